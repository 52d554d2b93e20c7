import HTTP
import Testing

@Suite("Reading JSON")
struct JSONParsingTests {
  private func parse(_ text: String) throws -> JSON {
    try JSON.parse(Array(text.utf8))
  }

  @Test(
    "Every kind of value is read as it was written",
    arguments: [
      ("null", JSON.null), (" true ", .bool(true)), ("\tfalse\r\n", .bool(false)),
      ("0e1", .number("0e1")), ("-0", .number("-0")), ("1.50", .number("1.50")),
      ("123456789012345678901234567890", .number("123456789012345678901234567890")),
      (#""苏E88888""#, .string("苏E88888")), (#""\u82cf\u0045""#, .string("苏E")),
      (#""\ud83d\ude97""#, .string("\u{1F697}")),
      (#""a\"\\\/\b\f\n\r\tz""#, .string("a\"\\/\u{8}\u{C}\n\r\tz")), ("[]", .array([])),
      ("[ 1 , [ ] ]", .array([.number("1"), .array([])])), ("{}", .object([])),
      (
        #"{ "b" : 1 , "a" : {"b":null} }"#,
        .object([.init("b", .number("1")), .init("a", .object([.init("b", .null)]))])
      ),
    ])
  func readsValues(text: String, value: JSON) throws {
    #expect(try parse(text) == value)
  }

  @Test(
    "A refusal says why and where",
    arguments: [
      ("", JSONError.Reason.endOfText, 0), ("  ", .endOfText, 2), ("[1,", .endOfText, 3),
      ("{\"a\"", .endOfText, 4), ("\"a", .endOfText, 2), ("\"\\u00", .endOfText, 5),
      ("tru", .endOfText, 3), ("trux", .unexpectedByte, 3), ("[1,]", .unexpectedByte, 3),
      ("{a:1}", .unexpectedByte, 1), ("{\"a\" 1}", .unexpectedByte, 5), ("NaN", .unexpectedByte, 0),
      ("\u{FEFF}{}", .unexpectedByte, 0), ("1 2", .trailingBytes, 2), ("{}}", .trailingBytes, 2),
      ("01", .malformedNumber, 1), ("1.", .malformedNumber, 2), ("-", .malformedNumber, 1),
      ("1e+", .malformedNumber, 3), ("\"\\x\"", .malformedEscape, 2),
      ("\"\\u12G4\"", .malformedEscape, 5), ("\"a\nb\"", .controlCharacter, 2),
      ("\"\\ud800\"", .loneSurrogate, 1), ("\"\\udc00\"", .loneSurrogate, 1),
      ("\"\\ud800\\u0041\"", .loneSurrogate, 1), ("\"a\\u0000\"", .nul, 2),
      ("{\"a\":1,\"a\":1}", .repeatedName("a"), 7),
      ("[{\"x\":{\"k\":1,\"\\u006b\":2}}]", .repeatedName("k"), 13),
    ])
  func saysWhy(text: String, reason: JSONError.Reason, offset: Int) {
    #expect(throws: JSONError(reason, offset: offset)) { try parse(text) }
  }

  @Test(
    "Bytes that are not UTF-8 are refused, in names too",
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xE8, 0x8B, 0x22], [0x22, 0x5C, 0x6E, 0xF4, 0x90, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func refusesInvalidUTF8(text: [UInt8]) {
    #expect(throws: JSONError(.invalidUTF8, offset: 0)) { try JSON.parse(text) }
    let object = Array("{".utf8) + text + Array(":1}".utf8)
    #expect(throws: JSONError(.invalidUTF8, offset: 1)) { try JSON.parse(object) }
  }

  @Test("Names that only look or compare alike are two")
  func comparesNamesByBytes() throws {
    let value = try parse("{\"K\":1,\"\u{212A}\":2,\"é\":3,\"e\u{301}\":4}")
    #expect(value["K"] == .number("1"))
    #expect(value["\u{212A}"] == .number("2"))
    #expect(value["e\u{301}"] == .number("4"))
  }

  @Test(
    "A name comes twice whichever it is, among few and among many", arguments: [2, 12, 13, 14, 40])
  func refusesEachAgain(count: Int) throws {
    let names = (0..<count).map { "n\($0)" }
    let members = names.map { "\"\($0)\":0" }.joined(separator: ",")
    #expect(try parse("{\(members)}").members?.map(\.name) == names)
    for name in names {
      let text = "{\(members),\"\(name)\":1}"
      #expect(throws: JSONError(.repeatedName(name), offset: members.utf8.count + 2)) {
        try parse(text)
      }
    }
    // Another object's names are its own.
    #expect(try parse("{\(members),\"x\":{\(members)}}")["x"]?["n1"] == .number("0"))
  }

  @Test(
    "A string is read whole, wherever it has what is not plain",
    arguments: [
      ("", ""), ("é", "é"), ("苏E88888", "苏E88888"), ("E苏", "E苏"), ("\u{7F}\u{80}", "\u{7F}\u{80}"),
      ("\\n", "\n"), ("a\\n", "a\n"), ("\\na", "\na"), ("苏\\\"é\\\\", "苏\"é\\"),
      ("\\u82cfE", "苏E"), ("\u{10FFFF}", "\u{10FFFF}"),
    ])
  func readsStrings(written: String, text: String) throws {
    for padding in ["", String(repeating: "x", count: 40)] {
      let read = try parse("[\"\(padding)\(written)\",\"\(written)\(padding)\"]")
      #expect(read == .array([.string(padding + text), .string(text + padding)]))
    }
  }

  @Test("The depth has an end")
  func limitsDepth() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try parse(deepest) }
    #expect(throws: JSONError(.tooDeep, offset: 64)) { try parse("[" + deepest + "]") }
    #expect(throws: JSONError(.tooDeep, offset: 1)) {
      try JSON.parse(Array("[{}]".utf8), maximumDepth: 1)
    }
  }

  @Test("Depth counts what is open, not what was")
  func closesDepth() throws {
    let siblings = Array(repeating: "[{}]", count: 200).joined(separator: ",")
    #expect(try JSON.parse(Array("[\(siblings)]".utf8), maximumDepth: 3).elements?.count == 200)
  }

  @Test("The number of values has an end")
  func limitsValues() throws {
    let most = Array("[\(String(repeating: "0,", count: 99_998))0]".utf8)
    #expect(try JSON.parse(most).elements?.count == 99_999)
    #expect(throws: JSONError(.tooMany, offset: most.count)) {
      try JSON.parse(most.dropLast() + Array(",0]".utf8))
    }
    #expect(throws: JSONError(.tooMany, offset: 5)) {
      try JSON.parse(Array(#"{"a":{"b":1}}"#.utf8), maximumValues: 1)
    }
    #expect(throws: JSONError.self) {
      try JSON.parse(Array("[\(String(repeating: "[],", count: 5_000_000))0]".utf8))
    }
  }

  @Test("U+0000 is read only for who asks")
  func readsNULOnRequest() throws {
    let text = Array(#"{"a\u0000":"\u0000b"}"#.utf8)
    #expect(throws: JSONError(.nul, offset: 3)) { try JSON.parse(text) }
    #expect(try JSON.parse(text, acceptsNUL: true)["a\0"] == .string("\0b"))
  }

  @Test("Whole numbers are numbers or strings of digits")
  func readsIntegers() throws {
    let texts = [
      "7", "\"7\"", "-7", "9223372036854775807", "7.0", "7e0", "\"+7\"", "\" 7\"",
      "9223372036854775808", "\"\"", "true", "null", "[7]",
    ]
    let integers = try texts.map { try parse($0).integer }
    #expect(
      integers == [7, 7, -7, .max, nil, nil, nil, nil, nil, nil, nil, nil, nil])
  }

  @Test("Accessors give nothing of another kind")
  func accessorsFit() throws {
    let object = try parse(#"{"s":"x","n":1.5,"b":true,"a":[1],"z":null}"#)
    #expect(object["s"]?.string == "x" && object["n"]?.string == nil)
    #expect(object["n"]?.text == "1.5" && object["b"]?.text == "true" && object["z"]?.text == nil)
    #expect(object["b"]?.bool == true && object["s"]?.bool == nil)
    #expect(object["a"]?.elements == [.number("1")] && object["s"]?.elements == nil)
    #expect(object.members?.count == 5 && object["a"]?.members == nil)
    #expect(object["none"] == nil && object["a"]?["s"] == nil)
  }
}
