import HTTP
import Testing

@Suite("Requests and answers")
struct MessageTests {
  @Test("Methods are told apart by their letters")
  func readsMethods() {
    let methods = ["GET", "HEAD", "POST", "get", "PUT", ""].map { Request.Method($0) }
    #expect(methods == [.get, .head, .post, .other("get"), .other("PUT"), .other("")])
  }

  @Test("A JSON answer says so and is not kept")
  func answersJSON() {
    let response = Response.json(status: 503) { $0.object { $0.member("code", 9) } }
    #expect(response.status == 503)
    #expect(String(decoding: response.body, as: UTF8.self) == #"{"code":9}"#)
    #expect(response.header("content-type") == "application/json; charset=utf-8")
    #expect(response.header("CACHE-CONTROL") == "no-store")
    #expect(response.header("etag") == nil)
  }

  @Test(
    "A media type is read with its parameters",
    arguments: [
      ("text/plain", "text/plain", [:]),
      ("Application/JSON ; Charset=UTF-8", "application/json", ["charset": "UTF-8"]),
      (#"multipart/form-data; boundary="a;b\"c""#, "multipart/form-data", ["boundary": "a;b\"c"]),
      ("text/plain;", "text/plain", [:]), ("a/b; x=; y=1", "a/b", ["x": "", "y": "1"]),
    ] as [(String, String, [String: String])])
  func readsMediaTypes(header: String, name: String, parameters: [String: String]) throws {
    let type = try #require(MediaType(header))
    #expect(type.name == name)
    #expect(type.parameters == parameters)
  }

  @Test(
    "What is no media type is none",
    arguments: [
      "", "text", "a/b/c", "a/b; x", "a/b; x=\"1", "a/b; x=\"1\"2", "a/b; x=1; X=2", "a/b; x=\0",
    ])
  func refusesMediaTypes(header: String) {
    #expect(MediaType(header) == nil)
  }
}
