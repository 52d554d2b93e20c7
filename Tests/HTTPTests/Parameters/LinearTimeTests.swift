import HTTP
import Testing

/// A megabyte of what is worst for each decoder. In time that grows with the square of the bytes,
/// each would take minutes; as it is, all take seconds.
@Suite("Time in proportion to the bytes", .timeLimit(.minutes(10)))
struct LinearTimeTests {
  private static let megabyte = 1 << 20

  private static func filled(_ text: String) -> String {
    String(repeating: text, count: megabyte / text.utf8.count)
  }

  private func parameters(_ type: String, _ body: String) throws -> Parameters {
    try Parameters(
      Request(method: .post, contentType: type, body: Array(body.utf8)),
      limits: .init(count: .max))
  }

  @Test("Forms", arguments: ["%41", "&", "=", "+", "a"])
  func readsForms(text: String) throws {
    _ = try parameters("application/x-www-form-urlencoded", Self.filled(text))
  }

  @Test("As many names as JSON may hold")
  func readsManyNames() throws {
    let names = (0..<99_999).map { "n\($0)" }
    let form = names.joined(separator: "&")
    #expect(try parameters("application/x-www-form-urlencoded", form).names == names)
    let object = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    #expect(try parameters("application/json", object).names == names)
  }

  @Test("JSON", arguments: ["[", "{\"a\":", "\\n", "\\u82cf", " ", "1", "[],", "\\"])
  func readsJSON(text: String) {
    for (prefix, suffix) in [("", ""), ("[", "1]"), ("{\"a\":\"", "\"}")] {
      _ = try? JSON.parse(Array((prefix + Self.filled(text) + suffix).utf8))
    }
  }

  @Test(
    "Multipart", arguments: ["\r\n--boundar", "\r", "\r\n", "--boundary", "-", "\r\n--boundary"])
  func readsMultipart(text: String) {
    let head = "--boundary\r\nContent-Disposition: form-data; name=a\r\n\r\n"
    for (prefix, suffix) in [("", ""), (head, "\r\n--boundary--")] {
      _ = try? parameters(
        "multipart/form-data; boundary=boundary", prefix + Self.filled(text) + suffix)
    }
  }

  @Test("Headers", arguments: ["\"", "\\", ";", "a=\"", " "])
  func readsHeaders(text: String) {
    _ = MediaType("multipart/form-data; boundary=" + Self.filled(text))
    _ = Cookies(Self.filled(text))["a"]
  }
}
