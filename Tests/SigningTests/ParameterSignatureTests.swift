import Signing
import Testing

@Suite("Scheme A: a parameter over all others")
struct ParameterSignatureTests {
  @Test(
    "The published example of WeChat Pay v2 holds",
    arguments: [
      (SignatureMethod.md5, "9A0A8659F005D6984697E2CA0A9CF3B7"),
      (.hmacSHA256, "6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6"),
    ])
  func weChat(method: SignatureMethod, expected: String) {
    let parameters = [
      (name: "mch_id", value: "10000100"), (name: "appid", value: "wxd930ea5d5a258f4f"),
      (name: "device_info", value: "1000"), (name: "nonce_str", value: "ibuaiVcKdpRxkhJA"),
      (name: "body", value: "test"),
    ]
    let secret = "192006250b4c09247ec02edce69f6a2d"
    #expect(ParameterSignature.sign(parameters, secret: secret, method: method) == expected)
  }

  @Test(
    "Our own vectors hold, and match in either letter case",
    arguments: [
      (
        SignatureMethod.hmacSHA256,
        "1D3F3F61FC9A0887591D35C43CADA5458A0EFB1A3778875954ECE7664CFE40AF"
      ),
      (.md5, "04331DD211395E2E24B1EBA7EC4A6638"),
    ])
  func ours(method: SignatureMethod, expected: String) {
    let parameters = Demo.parameters(method)
    #expect(ParameterSignature.sign(parameters, secret: Demo.secret, method: method) == expected)
    for sign in [expected, expected.lowercased()] {
      #expect(
        ParameterSignature.matches(
          sign, parameters: parameters, secret: Demo.secret, method: method))
    }
  }

  @Test("The text to sign is the documented one, and ends in the secret only where it is asked to")
  func text() {
    let parameters = Demo.parameters(.hmacSHA256)
    let text = """
      app_id=cjj-test&car_plate_no=苏 E88888&dates=[{"date":"2018-01-02","start_time":"19:00",\
      "end_time":"06:30"}]&nonce=5f0c7a1e9b3d4c28&park_sn=P001&sign_type=HMAC-SHA256\
      &timestamp=1700000000
      """
    #expect(ParameterSignature.stringToSign(parameters) == text)
    #expect(
      ParameterSignature.stringToSign(parameters, secret: Demo.secret)
        == "\(text)&key=\(Demo.secret)")
  }

  @Test("Order, empty parameters and the signature itself are not signed")
  func notSigned() {
    var parameters = Demo.parameters(.hmacSHA256)
    let sign = ParameterSignature.sign(parameters, secret: Demo.secret, method: .hmacSHA256)
    parameters.reverse()
    parameters.append((name: "longitude", value: ""))
    parameters.append((name: "sign", value: sign))
    #expect(
      ParameterSignature.matches(
        sign, parameters: parameters, secret: Demo.secret, method: .hmacSHA256))
  }

  @Test("Names are sorted by their bytes, brackets and capitals included")
  func byBytes() {
    let parameters = ["b", "a[10]", "a[1]", "a_", "aB", "ab", "é", "Z"].map {
      (name: $0, value: "1")
    }
    #expect(
      ParameterSignature.stringToSign(parameters)
        == "Z=1&aB=1&a[10]=1&a[1]=1&a_=1&ab=1&b=1&é=1")
  }

  @Test("Every bit of the signature counts", arguments: SignatureMethod.allCases)
  func flippedSignature(method: SignatureMethod) {
    let parameters = Demo.parameters(method)
    let sign = Array(
      ParameterSignature.sign(parameters, secret: Demo.secret, method: method).utf8)
    for bit in 0..<(sign.count * 8) {
      var flipped = sign
      flipped[bit / 8] ^= 1 << (bit % 8)
      let text = String(decoding: flipped, as: UTF8.self)
      // Another letter case is the same signature.
      guard text.lowercased() != String(decoding: sign, as: UTF8.self).lowercased() else {
        continue
      }
      #expect(
        !ParameterSignature.matches(
          text, parameters: parameters, secret: Demo.secret, method: method), "bit \(bit)")
    }
  }

  @Test("Every bit of every value counts", arguments: SignatureMethod.allCases)
  func flippedValues(method: SignatureMethod) {
    let parameters = Demo.parameters(method)
    let sign = ParameterSignature.sign(parameters, secret: Demo.secret, method: method)
    for (index, parameter) in parameters.enumerated() {
      for bit in 0..<(parameter.value.utf8.count * 8) {
        var bytes = Array(parameter.value.utf8)
        bytes[bit / 8] ^= 1 << (bit % 8)
        guard let value = String(validating: bytes, as: UTF8.self) else { continue }
        var changed = parameters
        changed[index].value = value
        #expect(
          !ParameterSignature.matches(
            sign, parameters: changed, secret: Demo.secret, method: method),
          "\(parameter.name), bit \(bit)")
      }
    }
  }

  @Test(
    "What is no signature matches nothing",
    arguments: [
      "", "1", "1D", "zz", "１Ｄ", String(repeating: "0", count: 64), "1D3F3F61 FC9A0887",
    ])
  func notASignature(sign: String) {
    for method in SignatureMethod.allCases {
      #expect(
        !ParameterSignature.matches(
          sign, parameters: Demo.parameters(method), secret: Demo.secret, method: method))
    }
  }

  @Test("A signature that was cut or made longer matches nothing")
  func otherLength() {
    let parameters = Demo.parameters(.md5)
    let sign = ParameterSignature.sign(parameters, secret: Demo.secret, method: .md5)
    for text in [String(sign.dropLast(2)), sign + "00", sign + sign] {
      #expect(
        !ParameterSignature.matches(
          text, parameters: parameters, secret: Demo.secret, method: .md5))
    }
  }
}
