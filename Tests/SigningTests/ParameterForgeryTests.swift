import Signing
import Testing

@Suite("Scheme A: forgeries")
struct ParameterForgeryTests {
  private typealias Parameters = [ParameterSignature.Parameter]

  /// Whether one set's signature is taken for another set.
  private func passes(_ forged: Parameters, signedAs original: Parameters) -> Bool {
    SignatureMethod.allCases.contains { method in
      let sign = ParameterSignature.sign(original, secret: Demo.secret, method: method)
      return ParameterSignature.matches(
        sign, parameters: forged, secret: Demo.secret, method: method)
    }
  }

  @Test("Delimiters that moved into a value or a name are refused")
  func movedDelimiters() {
    let original: Parameters = [(name: "a", value: "1"), (name: "b", value: "2")]
    let forgeries: [Parameters] = [
      [(name: "a", value: "1&b=2")], [(name: "a=1&b", value: "2")],
      [(name: "a", value: "1&b=2"), (name: "c", value: "")],
    ]
    for forged in forgeries {
      #expect(ParameterSignature.stringToSign(forged) == "a=1&b=2")
      #expect(ParameterSignature.areAmbiguous(forged))
      #expect(!passes(forged, signedAs: original))
    }
  }

  @Test("What a value holds cannot become a parameter of its own")
  func splitValue() {
    let original: Parameters = [(name: "park_name", value: "A&price=1")]
    let forged: Parameters = [(name: "park_name", value: "A"), (name: "price", value: "1")]
    #expect(ParameterSignature.stringToSign(forged) == ParameterSignature.stringToSign(original))
    // The text is the same, so whoever signs must not sign what is ambiguous.
    #expect(ParameterSignature.areAmbiguous(original))
    #expect(!passes(original, signedAs: original))
  }

  @Test("A name that comes twice is refused, wherever the other one stands")
  func repeated() {
    let original: Parameters = [(name: "a", value: "1")]
    for extra in ["1", "2", ""] {
      let forged = original + [(name: "a", value: extra)]
      #expect(!passes(forged, signedAs: original))
      #expect(!passes(forged, signedAs: forged))
    }
  }

  @Test(
    "Names that only look or compare alike are two, and one that begins another is no repetition")
  func differentNames() {
    for names in [["K", "\u{212A}"], ["é", "e\u{301}"], ["ab", "a", "abc", "b"]] {
      let parameters: Parameters = names.map { (name: $0, value: "1") }
      #expect(!ParameterSignature.areAmbiguous(parameters))
      #expect(passes(parameters, signedAs: parameters))
      #expect(ParameterSignature.areAmbiguous(parameters + [(name: names[0], value: "2")]))
    }
  }

  @Test(
    "A pair in a long value is found wherever it stands", arguments: ["&b=2", "&=", "&b&c=", "=&="])
  func pairInLongValue(pair: String) {
    let long = String(repeating: "x", count: 3_000)
    for value in [long + pair, pair + long, long + pair + long] {
      #expect(ParameterSignature.areAmbiguous([(name: "a", value: value)]))
    }
    #expect(!ParameterSignature.areAmbiguous([(name: "a", value: long + "=" + long + "&")]))
  }

  @Test("Bytes that follow the secret do not extend an MD5 signature")
  func extended() {
    // The text ends in the secret, so what an attacker can add to the hash is behind it and stands
    // in no request: every request's text ends in the secret again.
    let original: Parameters = [(name: "a", value: "1")]
    let forged: Parameters = [(name: "a", value: "1&key=\(Demo.secret)\u{80}more")]
    #expect(!passes(forged, signedAs: original))
  }

  @Test(
    "An ampersand alone is part of a value", arguments: ["A&B", "A&", "&", "=", "a=b", "a=b&c"])
  func harmless(value: String) {
    let parameters: Parameters = [(name: "park_name", value: value)]
    #expect(!ParameterSignature.areAmbiguous(parameters))
    #expect(passes(parameters, signedAs: parameters))
  }

  @Test("One method's signature is not another's, nor one secret's another's")
  func otherMethod() {
    let parameters = Demo.parameters(.md5)
    let sign = ParameterSignature.sign(parameters, secret: Demo.secret, method: .md5)
    #expect(
      !ParameterSignature.matches(
        sign, parameters: parameters, secret: Demo.secret, method: .hmacSHA256))
    #expect(
      !ParameterSignature.matches(
        sign, parameters: parameters, secret: "\(Demo.secret)0", method: .md5))
  }
}
