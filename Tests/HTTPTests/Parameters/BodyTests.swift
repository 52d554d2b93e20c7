import HTTP
import Testing

@Suite("Parameters of other bodies")
struct BodyTests {
  private func parameters(
    _ body: String, _ type: String?, method: Request.Method = .post, query: String = ""
  ) throws -> Parameters {
    try Parameters(
      Request(
        method: method, query: Array(query.utf8), contentType: type, body: Array(body.utf8)))
  }

  @Test("Members of a JSON object are parameters")
  func readsObjects() throws {
    let body = #"{"s":"苏","n":12.50,"t":true,"z":null,"o":{"x":1},"a":[1]}"#
    let parameters = try parameters(body, "application/json", query: "q=1")
    #expect(parameters.names == ["q", "s", "n", "t", "z", "o", "a"])
    #expect(parameters.text("s") == "苏")
    #expect(parameters.text("n") == "12.50")
    #expect(parameters.text("t") == "true")
    #expect(parameters.text("z") == nil && parameters.value("z") == .null)
    #expect(parameters.text("o") == nil && parameters.value("o")?["x"] == .number("1"))
    #expect(parameters.text("a") == nil && parameters.value("a")?.elements?.count == 1)
    #expect(parameters.file("s") == nil)
  }

  @Test(
    "A JSON body that is none is refused, and said",
    arguments: [
      ("", ParameterError.malformedJSON(JSONError(.endOfText, offset: 0))),
      ("{", .malformedJSON(JSONError(.endOfText, offset: 1))), ("[]", .notAnObject),
      ("1", .notAnObject), ("null", .notAnObject), (#"{"a":1,"a":1}"#, .repeated(name: "a")),
      (#"{"x":{"a":1,"a":1}}"#, .repeated(name: "a")), (#"{"q":1}"#, .repeated(name: "q")),
      (#"{"a":"\u0000"}"#, .nul(name: nil)), (#"{"a\u0000":1}"#, .nul(name: nil)),
      (#"{"a":"\ud800"}"#, .malformedJSON(JSONError(.loneSurrogate, offset: 6))),
    ])
  func refusesJSON(body: String, error: ParameterError) {
    #expect(throws: error) { try parameters(body, "application/json", query: "q=1") }
  }

  @Test("A JSON body in another encoding is refused")
  func refusesOtherEncodings() {
    let body = Array("{\"a\":\"".utf8) + [0xCB, 0xD5] + Array("\"}".utf8)
    #expect(throws: ParameterError.invalidUTF8(name: nil)) {
      try Parameters(Request(method: .post, contentType: "application/json", body: body))
    }
  }

  @Test(
    "Types are read without regard to case and with UTF-8",
    arguments: [
      "APPLICATION/JSON", "application/json; charset=utf-8", "application/json;charset=\"UTF-8\"",
    ])
  func acceptsTypes(type: String) throws {
    #expect(try parameters(#"{"a":"1"}"#, type).text("a") == "1")
  }

  @Test(
    "A body of another type is refused, not guessed",
    arguments: [
      nil, "", "text/plain", "application/xml", "application/json; charset=gbk", "json",
      "application/x-www-form-urlencoded; charset=gb2312", "multipart/mixed; boundary=x",
    ])
  func refusesTypes(type: String?) {
    for method in [Request.Method.post, .get] {
      #expect(throws: ParameterError.unsupportedContentType(type)) {
        try parameters("a=1", type, method: method)
      }
    }
  }

  @Test(
    "No bytes are no parameters",
    arguments: [
      nil, "text/plain", "application/x-www-form-urlencoded", "nonsense",
    ])
  func ignoresEmptyBodies(type: String?) throws {
    #expect(try parameters("", type, query: "a=1").names == ["a"])
    #expect(try parameters("", type, method: .get, query: "a=1").names == ["a"])
  }

  @Test(
    "A GET without a body may name any type",
    arguments: [
      "application/json", "multipart/form-data",
    ])
  func ignoresTypesOfGET(type: String) throws {
    #expect(try parameters("", type, method: .get, query: "a=1").names == ["a"])
    #expect(try parameters("", type, method: .head).names == [])
    #expect(throws: ParameterError.self) { try parameters("", type) }
  }

  @Test("The depth of a JSON body has an end")
  func limitsDepth() {
    let body = #"{"a":[[[1]]]}"#
    let request = Request(
      method: .post, contentType: "application/json", body: Array(body.utf8))
    #expect(throws: Never.self) { try Parameters(request, limits: .init(depth: 4)) }
    #expect(throws: ParameterError.malformedJSON(JSONError(.tooDeep, offset: 7))) {
      try Parameters(request, limits: .init(depth: 3))
    }
  }
}
