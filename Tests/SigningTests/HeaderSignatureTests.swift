import Signing
import Testing

@Suite("Scheme B: headers over the request")
struct HeaderSignatureTests {
  private static let signature = "093258c2723e171011fb49b2c678152f9fb495b796f3b5a794d9904913d8ea5a"

  private func matches(_ header: String, _ subject: HeaderSignature.Subject) -> Bool {
    HeaderSignature.matches(header: header, subject: subject, secrets: [Demo.secret])
  }

  @Test("The published vector holds")
  func vector() {
    #expect(
      HeaderSignature.stringToSign(Demo.subject).hasSuffix(
        "\na07ab56be5bd9fb1aba68ee61f78344cb261173a67fec6ef6cf23160973484c9"))
    #expect(HeaderSignature.sign(Demo.subject, secret: Demo.secret) == Self.signature)
    #expect(matches("v1=\(Self.signature)", Demo.subject))
  }

  @Test("The text to sign has nine lines and no line break at its end")
  func lines() {
    #expect(
      HeaderSignature.stringToSign(Demo.subject).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init) == [
        "V1", "POST", "/api/SynLeaseOrder", "", "cjj-test", "k1", "1700000000",
        "5f0c7a1e9b3d4c28", "a07ab56be5bd9fb1aba68ee61f78344cb261173a67fec6ef6cf23160973484c9",
      ])
  }

  @Test("Two signatures while a key is replaced, others' versions and blanks are taken")
  func severalSignatures() {
    let other = String(repeating: "0", count: 64)
    for header in [
      "v1=\(other),v1=\(Self.signature)", "v1=\(Self.signature), v1=\(other)",
      "v2=x,v1=\(Self.signature)", " v1=\(Self.signature) ",
    ] {
      #expect(matches(header, Demo.subject), "\(header)")
    }
    #expect(
      HeaderSignature.matches(
        header: "v1=\(Self.signature)", subject: Demo.subject, secrets: ["old", Demo.secret]))
    #expect(
      !HeaderSignature.matches(
        header: "v1=\(Self.signature)", subject: Demo.subject, secrets: []))
  }

  @Test(
    "Anything else in the header is refused",
    arguments: [
      "", "v1", "v1=", signature, "v2=\(signature)", "v1=\(signature.uppercased())",
      "v1=\(signature)00", "v1=\(signature.dropLast(2))", "v1=\(signature),v1=z", "V1=\(signature)",
      Array(repeating: "v1=\(signature)", count: 5).joined(separator: ","),
    ])
  func malformed(header: String) {
    #expect(!matches(header, Demo.subject))
  }

  @Test("Every bit of the signature counts")
  func flippedSignature() {
    let bytes = Array(Self.signature.utf8)
    for bit in 0..<(bytes.count * 8) {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      #expect(!matches("v1=\(String(decoding: flipped, as: UTF8.self))", Demo.subject))
    }
  }

  @Test("Every bit of the body counts")
  func flippedBody() {
    for bit in 0..<(Demo.subject.body.count * 8) {
      var subject = Demo.subject
      subject.body[bit / 8] ^= 1 << (bit % 8)
      #expect(!matches("v1=\(Self.signature)", subject))
    }
  }

  @Test("Every other part counts")
  func otherParts() {
    let changes: [(inout HeaderSignature.Subject) -> Void] = [
      { $0.method = "PUT" }, { $0.path += "/" }, { $0.query = "a=1" }, { $0.appID = "cjj-tesu" },
      { $0.keyID = "k2" }, { $0.timestamp = "1700000001" }, { $0.nonce = "5f0c7a1e9b3d4c29" },
      { $0.body = [] },
    ]
    for (index, change) in changes.enumerated() {
      var subject = Demo.subject
      change(&subject)
      #expect(!matches("v1=\(Self.signature)", subject), "change \(index)")
    }
  }

  @Test("The query's pairs are sorted by their bytes, escapes kept as they came")
  func query() {
    var subject = Demo.subject
    subject.query = "limit=10&a=%20&a=&Z=1"
    let sign = HeaderSignature.sign(subject, secret: Demo.secret)
    #expect(HeaderSignature.stringToSign(subject).contains("\nZ=1&a=&a=%20&limit=10\n"))
    subject.query = "Z=1&a=%20&limit=10&a="
    #expect(matches("v1=\(sign)", subject))
    subject.query = "Z=1&a=+&limit=10&a="
    #expect(!matches("v1=\(sign)", subject))
  }

  @Test("A line break cannot move text from one part to the next")
  func lineBreak() {
    var original = Demo.subject
    original.appID = "a"
    original.keyID = "b"
    let sign = HeaderSignature.sign(original, secret: Demo.secret)
    var forged = original
    forged.query = "\na"
    forged.appID = "b"
    forged.keyID = original.timestamp
    forged.timestamp = original.nonce
    forged.nonce = ""
    #expect(!matches("v1=\(sign)", forged))
    var broken = Demo.subject
    broken.nonce = "a\nb"
    #expect(!matches("v1=\(HeaderSignature.sign(broken, secret: Demo.secret))", broken))
  }

  @Test("The headers carry all that the receiver needs")
  func headers() {
    let headers = HeaderSignature.headers(of: Demo.subject, secret: Demo.secret)
    #expect(
      headers.map { "\($0.name): \($0.value)" } == [
        "X-App-Id: cjj-test", "X-Key-Id: k1", "X-Timestamp: 1700000000",
        "X-Nonce: 5f0c7a1e9b3d4c28", "X-Signature: v1=\(Self.signature)",
      ])
  }
}
