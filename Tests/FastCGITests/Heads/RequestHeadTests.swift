import HTTP
import Testing

@testable import FastCGI

@Suite("From FastCGI parameters to a request")
struct RequestHeadTests {
  private func head(_ parameters: [[UInt8]]) -> RequestHead {
    var head = RequestHead()
    for parameter in parameters { parameter.withUnsafeBufferPointer { head.add($0) } }
    return head
  }

  private func head(_ parameters: String...) -> RequestHead {
    head(parameters.map { Array($0.utf8) })
  }

  @Test("Every parameter of the allow-list has its place")
  func mapsParameters() {
    let head = head(
      "REQUEST_METHOD=POST", "REQUEST_URI=/a%20b/?x=1", "QUERY_STRING=x=1", "CONTENT_TYPE=a/b",
      "CONTENT_LENGTH=12", "REMOTE_ADDR=192.0.2.1", "REQUEST_SCHEME=https",
      "HTTP_HOST=demo.example:8443", "REQUEST_ID=r1", "GATEHOUSE_PARK=DEMO001", "HTTP_COOKIE=a=b",
      "HTTP_SEC_FETCH_SITE=same-origin", "HTTP_IF_NONE_MATCH=\"e\"", "SERVER_NAME=x")
    let request = head.request
    #expect(request.method == .post)
    #expect(request.path == "/a%20b/")
    #expect(request.query == Array("x=1".utf8))
    #expect(request.contentType == "a/b")
    #expect(request.remoteAddress == "192.0.2.1")
    #expect(request.scheme == "https")
    #expect(request.host == "demo.example:8443")
    #expect(request.park == "DEMO001")
    #expect(request.requestID == "r1")
    #expect(
      request.headers == [
        "host": "demo.example:8443", "cookie": "a=b", "sec-fetch-site": "same-origin",
        "if-none-match": "\"e\"",
      ])
    #expect(head.contentLength == 12)
    #expect(head.invalidParameter == nil)
  }

  @Test("What is empty is absent")
  func dropsEmptyParameters() {
    let head = head(
      "CONTENT_TYPE=", "CONTENT_LENGTH=", "GATEHOUSE_PARK=", "HTTP_COOKIE=", "nonsense", "=x", "")
    #expect(head.request.contentType == nil)
    #expect(head.request.park == nil)
    #expect(head.request.headers.isEmpty)
    #expect(head.contentLength == 0)
  }

  @Test("The header Proxy is no header here")
  func dropsProxy() {
    #expect(head("HTTP_PROXY=http://evil.example").request.headers.isEmpty)
  }

  @Test("A client's header never takes the place of a trusted parameter")
  func keepsTrustedParameters() {
    let request = head("HTTP_GATEHOUSE_PARK=DEMO002", "HTTP_REMOTE_ADDR=::1").request
    #expect(request.park == nil)
    #expect(request.remoteAddress == Request().remoteAddress)
    #expect(request.headers == ["gatehouse-park": "DEMO002", "remote-addr": "::1"])
  }

  @Test(
    "A length is decimal digits",
    arguments: [
      ("0", 0), ("12", 12), ("-1", nil), ("+1", nil), ("1 ", nil), ("0x1", nil), ("1e3", nil),
      ("99999999999999999999", nil), ("１", nil),
    ])
  func readsLength(text: String, length: Int?) {
    #expect(head("CONTENT_LENGTH=\(text)").contentLength == length)
  }

  @Test("A parameter that is not UTF-8 is named; the query stays bytes")
  func namesInvalidParameters() {
    let bad: [UInt8] = [0xCB, 0xD5]
    let head = head([
      Array("QUERY_STRING=a=".utf8) + bad, Array("HTTP_X_KEY_ID=".utf8) + bad,
      Array("HTTP_USER_AGENT=".utf8) + bad,
    ])
    #expect(head.request.query == Array("a=".utf8) + bad)
    #expect(head.invalidParameter == "HTTP_X_KEY_ID")
  }
}
