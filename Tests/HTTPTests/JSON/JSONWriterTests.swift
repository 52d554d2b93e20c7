import HTTP
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Members, elements and nesting have their commas and colons")
  func writesObjects() {
    let written = text { writer in
      writer.object { writer in
        writer.member("code", 0)
        writer.member("data") { writer in
          writer.array { writer in
            writer.object { $0.member("a", "x") }
            writer.object { _ in }
            writer.array { _ in }
            writer.integer(-5)
            writer.null()
          }
        }
        writer.member("flag", false)
        writer.member("none", String?.none)
        writer.member("some", Int?.some(1))
        writer.member("list", [Int64(1), 2])
        writer.member("json", JSON.number("1e2"))
        writer.member("raw") { $0.raw("[1]".utf8) }
        writer.member("message", "")
      }
    }
    #expect(
      written == #"{"code":0,"data":[{"a":"x"},{},[],-5,null],"flag":false,"none":null,"some":1,"#
        + #""list":[1,2],"json":1e2,"raw":[1],"message":""}"#)
  }

  @Test(
    "What RFC 8259 demands is escaped, and the line ends of JavaScript",
    arguments: [
      ("苏E88888", #""苏E88888""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\r\n\t", #""\r\n\t""#),
      ("\u{0}\u{1}\u{1F}\u{8}", #""\u0000\u0001\u001f\u0008""#), ("\u{7F}<>&'", "\"\u{7F}<>&'\""),
      ("\u{2027}\u{2028}x\u{2029}\u{202A}", "\"\u{2027}\\u2028x\\u2029\u{202A}\""),
      ("", "\"\""), ("\u{1F697}", "\"\u{1F697}\""),
    ])
  func escapes(string: String, json: String) {
    #expect(text { $0.string(string) } == json)
  }

  @Test(
    "Whole numbers of every size",
    arguments: [
      (0, "0"), (7, "7"), (-1, "-1"), (1200, "1200"),
      (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
    ])
  func writesIntegers(value: Int, json: String) {
    #expect(text { $0.integer(value) } == json)
  }

  @Test("An error of the caller goes through")
  func passesErrors() {
    struct Failure: Error {}
    var writer = JSONWriter()
    #expect(throws: Failure.self) { try writer.object { _ in throw Failure() } }
  }
}
