import Signing
import Testing

@Suite("Nonces, keys and signed parameters")
struct NonceTests {
  @Test("8 to 64 of letters, digits, _ and - are a nonce")
  func valid() {
    for text in ["5f0c7a1e9b3d4c28", "Aa0_-Aa0", String(repeating: "z", count: 64)] {
      #expect(Nonce.isValid(text), "\(text)")
    }
    for text in [
      "", "1234567", String(repeating: "z", count: 65), "12345678 ", "1234567é", "１２３４５６７８",
      "1234567\n",
    ] {
      #expect(!Nonce.isValid(text), "\(text)")
    }
  }

  @Test("New ones are valid and differ")
  func random() {
    let all = (0..<1000).map { _ in Nonce.random() }
    #expect(all.allSatisfy(Nonce.isValid))
    #expect(Set(all).count == all.count)
  }

  @Test("A key prints without its secret")
  func secretive() {
    let key = SigningKey(appID: "cjj-test", keyID: "k1", secret: Demo.secret)
    var dumped = ""
    dump(key, to: &dumped)
    #expect("\(key)" == "cjj-test/k1")
    #expect(!dumped.contains(Demo.secret))
    #expect(!String(reflecting: key).contains(Demo.secret))
  }

  @Test("Signed parameters match their own signature", arguments: SignatureMethod.allCases)
  func signed(method: SignatureMethod) {
    let key = SigningKey(appID: "cjj-test", keyID: "k1", secret: Demo.secret)
    let signed = ParameterSignature.signed(
      [(name: "park_sn", value: "DEMO001")], with: key, method: method, timestamp: 1_700_000_000)
    let values = Dictionary(uniqueKeysWithValues: signed.map { ($0.name, $0.value) })
    #expect(values["app_id"] == "cjj-test")
    #expect(values["timestamp"] == "1700000000")
    #expect(values["sign_type"] == method.rawValue)
    #expect(Nonce.isValid(values["nonce"] ?? ""))
    #expect(
      ParameterSignature.matches(
        values["sign"] ?? "", parameters: signed, secret: Demo.secret, method: method))
  }
}
