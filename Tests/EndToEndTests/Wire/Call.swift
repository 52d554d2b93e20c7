/// A request of a test.
struct Call: Sendable {
  /// The bytes of a body and what they are.
  struct Body: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  var method = "GET"
  /// Raw, with the query if there is one.
  var target: String
  /// Without the port.
  var host = "localhost"
  var body: Body?
  var headers: [(name: String, value: String)] = []
  /// The client's own address, one of loopback.
  var source = "127.0.0.1"

  init(_ target: String, host: String = "localhost") {
    self.target = target
    self.host = host
  }

  /// How long to wait for an answer, in seconds.
  var patience = 60
}

extension String {
  /// Encoded for a query or a form.
  var percentEncoded: String {
    utf8.map { byte in
      let isPlain =
        UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80
        || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}

extension [(name: String, value: String)] {
  /// `a=1&b=2`
  var formEncoded: String {
    map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
  }
}
