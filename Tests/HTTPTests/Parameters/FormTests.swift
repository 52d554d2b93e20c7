import HTTP
import Testing

@Suite("Parameters of query and form")
struct FormTests {
  private func query(_ text: String) throws -> Parameters {
    try Parameters(Request(query: Array(text.utf8)))
  }

  private func form(_ text: String, query: String = "") throws -> Parameters {
    try Parameters(
      Request(
        method: .post, query: Array(query.utf8),
        contentType: "application/x-www-form-urlencoded", body: Array(text.utf8)))
  }

  @Test(
    "A value is decoded, in query and form alike",
    arguments: [
      ("a=1", "1"), ("a=", ""), ("a", ""), ("b=2&a=1&c=3", "1"), ("a=%E8%8B%8FE88888", "苏E88888"),
      ("a=苏", "苏"), ("a=x+y%2Bz%20", "x y+z "), ("a=b=c", "b=c"), ("&&a=1&", "1"), ("%61=1", "1"),
      ("a=%25%26%3d", "%&="), ("=x&a=1", "1"), ("a=%0D%0A", "\r\n"), ("a=;", ";"),
    ])
  func decodes(text: String, value: String) throws {
    #expect(try query(text).text("a") == value)
    #expect(try form(text).text("a") == value)
    #expect(try form(text).value("a") == .string(value))
  }

  @Test("PHP's brackets are plain letters of a name")
  func keepsBrackets() throws {
    let parameters = try form("dates%5B0%5D%5Bdate%5D=2026-11-22&dates[1][date]=x")
    #expect(parameters.names == ["dates[0][date]", "dates[1][date]"])
    #expect(parameters.text("dates[0][date]") == "2026-11-22")
    #expect(parameters.text("dates") == nil)
  }

  @Test("Names are compared byte by byte")
  func comparesBytes() throws {
    let parameters = try query("K=1&\u{212A}=2&k=3")
    #expect(parameters.names.count == 3)
    #expect(parameters.text("K") == "1")
    #expect(try query("\u{212A}=2").text("K") == nil)
  }

  @Test(
    "What cannot be understood is refused, and said",
    arguments: [
      ("a=1&a=1", ParameterError.repeated(name: "a")), ("a=1&b=2&%61=3", .repeated(name: "a")),
      ("a[]=1&a[]=2", .repeated(name: "a[]")), ("a=%", .malformedEscape),
      ("a=%4", .malformedEscape),
      ("a=%zz", .malformedEscape), ("%=1", .malformedEscape), ("a=%FF", .invalidUTF8(name: "a")),
      ("a=%C0%80", .invalidUTF8(name: "a")), ("a=%ED%A0%80", .invalidUTF8(name: "a")),
      ("%E8%8B=1", .invalidUTF8(name: nil)), ("a=x%00", .nul(name: "a")),
      ("%00=1", .nul(name: nil)),
    ])
  func refuses(text: String, error: ParameterError) {
    #expect(throws: error) { try query(text) }
    #expect(throws: error) { try form(text) }
  }

  @Test(
    "A name is given twice whichever it is, among few and among many",
    arguments: [2, 12, 13, 14, 40])
  func refusesEachAgain(count: Int) throws {
    let names = (0..<count).map { "p\($0)" }
    let text = names.joined(separator: "&")
    #expect(try form(text).names == names)
    for name in names {
      #expect(throws: ParameterError.repeated(name: name)) { try form("\(text)&\(name)=1") }
    }
    // The Kelvin sign is no K here either.
    #expect(try form("\(text)&K&%E2%84%AA").names.count == count + 2)
  }

  @Test(
    "A long value comes out as it went in, with escapes at its ends alone or all through it",
    arguments: [("", ""), ("%7B", "{"), ("+", " "), ("%E8%8B%8F", "苏"), ("é", "é")])
  func decodesLong(escaped: String, end: String) throws {
    for (inner, text) in [("a-z_0.9~", "a-z_0.9~"), ("%22a%2c+", "\"a, ")] {
      let long = String(repeating: inner, count: 500)
      let parameters = try form("a=\(escaped)\(long)\(escaped)&b=1")
      #expect(parameters.text("a") == end + String(repeating: text, count: 500) + end)
      #expect(parameters.text("b") == "1")
      for nul in ["%00", "\0"] {
        #expect(throws: ParameterError.nul(name: "a")) { try form("a=\(long)\(nul)\(escaped)") }
      }
      #expect(throws: ParameterError.malformedEscape) { try form("a=\(escaped)\(long)%2") }
    }
  }

  @Test("A name in query and body is given twice")
  func mergesOnce() throws {
    #expect(throws: ParameterError.repeated(name: "a")) { try form("a=1", query: "a=1") }
    let parameters = try form("b=2", query: "a=1")
    #expect(parameters.names == ["a", "b"])
    #expect(parameters.text("a") == "1" && parameters.text("b") == "2")
    #expect(parameters.text("c") == nil && parameters.value("c") == nil)
  }

  @Test("The number of parameters has an end")
  func limitsCount() throws {
    let text = (0..<50).map { "p\($0)=" }.joined(separator: "&")
    let request = Request(query: Array(text.utf8))
    #expect(try Parameters(request, limits: .init(count: 50)).names.count == 50)
    #expect(throws: ParameterError.tooMany(limit: 49)) {
      try Parameters(request, limits: .init(count: 49))
    }
  }
}
