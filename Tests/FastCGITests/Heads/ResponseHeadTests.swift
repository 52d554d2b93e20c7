import HTTP
import Testing

@testable import FastCGI

@Suite("From an answer to the lines before its body")
struct ResponseHeadTests {
  private func text(_ response: Response) -> String? {
    ResponseHead(response).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("Status comes first, then the headers, the length and an empty line")
  func writesLines() {
    let response = Response(
      status: 200, headers: [(name: "ETag", value: "\"苏\""), (name: "X-A", value: "")],
      body: [1, 2, 3])
    #expect(
      text(response) == "Status: 200 OK\r\nETag: \"苏\"\r\nX-A: \r\nContent-Length: 3\r\n\r\n")
  }

  @Test("A status without words of ours still has some")
  func writesUnknownStatus() {
    #expect(text(Response(status: 418))?.hasPrefix("Status: 418 Status\r\n") == true)
  }

  @Test("204 and 304 have no body and no length", arguments: [204, 304])
  func omitsBody(status: Int) {
    let response = Response(status: status, body: [1])
    #expect(ResponseHead(response)?.allowsBody == false)
    #expect(text(response)?.contains("Content-Length") == false)
  }

  @Test("A status that is none is refused", arguments: [-1, 0, 100, 199, 600, 2000])
  func refusesStatus(status: Int) {
    #expect(text(Response(status: status)) == nil)
  }

  @Test(
    "A header that would not stay in its line is refused",
    arguments: [
      ("X", "a\r\nSet-Cookie: b"), ("X", "a\nb"), ("X", "a\r"), ("X", "a\0"), ("X", "\u{1B}"),
      ("X", "\u{7F}"), ("X\r\nY", "a"), ("X Y", "a"), ("X:", "a"), ("", "a"), ("Ｘ", "a"),
      ("status", "200"), ("Content-Length", "1"),
    ])
  func refusesHeaders(name: String, value: String) {
    #expect(text(Response(status: 200, headers: [(name: name, value: value)])) == nil)
  }
}
