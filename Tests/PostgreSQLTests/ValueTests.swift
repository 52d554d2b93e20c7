import GatehouseTesting
import PostgreSQL
import Testing

@Suite("Values survive the way to PostgreSQL and back")
struct ValueTests {
  private enum Direction: Int16, SQLEncodable, SQLDecodable {
    case entry = 1
    case exit = 2
  }

  let database: TestDatabase
  let connection: Connection

  init() throws {
    database = try TestDatabase()
    connection = try database.connect()
  }

  /// Sends a value and compares what PostgreSQL makes of it in text, and what comes back.
  private func check<Value: SQLEncodable & SQLDecodable & Equatable>(
    _ value: Value, is text: String?, at location: SourceLocation = #_sourceLocation
  ) throws {
    let row = try connection.query("select v, v::text from (select \(value) as v) as t").one()
    #expect(try row.decode(at: 0) == value, sourceLocation: location)
    #expect(try row.decode(at: 1) == text, sourceLocation: location)
  }

  @Test("Integers keep their extremes")
  func integers() throws {
    for value in [Int64.min, -1, 0, 1, .max] { try check(value, is: "\(value)") }
    for value in [Int.min, -1, 0, 1, .max] { try check(value, is: "\(value)") }
    for value in [Int32.min, -1, 0, 1, .max] { try check(value, is: "\(value)") }
    for value in [Int16.min, -1, 0, 1, .max] { try check(value, is: "\(value)") }
  }

  @Test("Booleans and NULLs are what they are")
  func booleansAndNulls() throws {
    try check(true, is: "true")
    try check(false, is: "false")
    try check(Optional(true), is: "true")
    try check(Bool?.none, is: nil)
    try check(Int64?.none, is: nil)
    try check(String?.none, is: nil)
    try check([UInt8]?.none, is: nil)
    try check(Timestamp?.none, is: nil)
    try check([String]?.none, is: nil)
  }

  @Test(
    "Texts keep every character",
    arguments: [
      "", "a", "苏E88888", "O'Brien; drop table x --", "\\ $1 % \" \r\n\t", "\u{1}\u{7F}\u{2028}",
      "e\u{301}", "\u{10FFFF}🚗", "\u{FEFF}x", String(repeating: "粤Z1234港", count: 20_000),
    ])
  func texts(_ text: String) throws {
    let row = try connection.query("select \(text), octet_length(\(text))").one()
    #expect(Array(try row.decode(String.self, at: 0).unicodeScalars) == Array(text.unicodeScalars))
    #expect(try row.decode(Int.self, at: 1) == text.utf8.count)
  }

  @Test("Every kind of text can be read as one")
  func kindsOfText() throws {
    try connection.run(
      script: """
        create type mood as enum ('calm', '急'); create domain plate as text;
        create domain plate_of_plates as plate
        """)
    let row = try connection.query(
      """
      select 'a'::varchar(9), 'b'::char(3), 'c'::name, '急'::mood, 'd'::plate_of_plates,
        '{"k":1}'::json, '{"k": 1}'::jsonb, '0123abcd-4567-89ef-0123-456789abcdef'::uuid,
        \("calm")::mood::text
      """
    ).one()
    let texts = try (0..<row.count).map { try row.decode(String.self, at: $0) }
    #expect(
      texts == [
        "a", "b  ", "c", "急", "d", "{\"k\":1}", "{\"k\": 1}",
        "0123abcd-4567-89ef-0123-456789abcdef", "calm",
      ])
    #expect(try row.decode([UInt8].self, at: 5) == Array("{\"k\":1}".utf8))
    #expect(try row.decode([UInt8].self, at: 6) == Array("{\"k\": 1}".utf8))
  }

  @Test("Bytes keep every value, zero included")
  func bytes() throws {
    try check([UInt8](), is: "\\x")
    try check([0, 255, 0] as [UInt8], is: "\\x00ff00")
    let all = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    let row = try connection.query("select \(all), octet_length(\(all))").one()
    #expect(try row.decode(at: 0) == all)
    #expect(try row.decode(Int.self, at: 1) == all.count)
  }

  @Test("Timestamps count microseconds from 1970 and know both infinities")
  func timestamps() throws {
    try check(Timestamp(microseconds: 0), is: "1970-01-01 00:00:00+00")
    try check(Timestamp(microseconds: -1), is: "1969-12-31 23:59:59.999999+00")
    try check(Timestamp(microseconds: 1_795_312_800_123_456), is: "2026-11-22 02:00:00.123456+00")
    try check(Timestamp(microseconds: -210_866_803_200_000_000), is: "4714-11-24 00:00:00+00 BC")
    try check(Timestamp.infinity, is: "infinity")
    try check(Timestamp.negativeInfinity, is: "-infinity")
    #expect(throws: DatabaseError.self) {
      try connection.query("select \(Timestamp(microseconds: -210_866_803_200_000_001))")
    }
    #expect(throws: DatabaseError.self) {
      let late = try connection.query("select '294276-12-31 23:59:59+00'::timestamptz").one()
      return try late.decode(Timestamp.self, at: 0)
    }
  }

  @Test("Dates count days from 1970 and know both infinities")
  func dates() throws {
    try check(SQLDate(days: 0), is: "1970-01-01")
    try check(SQLDate(days: -1), is: "1969-12-31")
    try check(SQLDate(days: 20_779), is: "2026-11-22")
    try check(SQLDate(days: -2_440_588), is: "4714-11-24 BC")
    try check(SQLDate(days: 2_145_042_905), is: "5874897-12-31")
    try check(SQLDate.infinity, is: "infinity")
    try check(SQLDate.negativeInfinity, is: "-infinity")
    for days: Int32 in [-2_440_589, 2_145_042_906] {
      let error = #expect(throws: DatabaseError.self) {
        try connection.query("select \(SQLDate(days: days))")
      }
      #expect(error?.code == .badParameter)
    }
  }

  @Test("Times of a day count microseconds from midnight, to 24:00 at most")
  func times() throws {
    try check(SQLTime(microseconds: 0), is: "00:00:00")
    try check(SQLTime(microseconds: 86_399_999_999), is: "23:59:59.999999")
    try check(SQLTime(microseconds: 86_400_000_000), is: "24:00:00")
    for microseconds: Int64 in [-1, 86_400_000_001] {
      let error = #expect(throws: DatabaseError.self) {
        try connection.query("select \(SQLTime(microseconds: microseconds))")
      }
      #expect(error?.code == .badParameter)
    }
  }

  @Test("JSON is bound as jsonb and checked by PostgreSQL")
  func json() throws {
    try check(JSONText("{\"a\": [1, null]}"), is: "{\"a\": [1, null]}")
    let error = #expect(throws: DatabaseError.self) {
      try connection.query("select \(JSONText("{secret"))")
    }
    #expect(error?.sqlState == "22P02")
  }

  @Test("Arrays keep order, NULLs and awkward elements")
  func arrays() throws {
    try check([String](), is: "{}")
    try check(["a", "", "NULL", "苏E,\"\\{}"], is: #"{a,"","NULL","苏E,\"\\{}"}"#)
    try check(["a", nil], is: "{a,NULL}")
    try check([Int64.min, 0, .max], is: "{-9223372036854775808,0,9223372036854775807}")
    try check([Int64?.none, 1], is: "{NULL,1}")
    try check([1, 2, 3], is: "{1,2,3}")
    try check([Int32.max], is: "{2147483647}")
    try check([true, false], is: "{t,f}")
    try check([SQLDate(days: 0)], is: "{1970-01-01}")
    try check([SQLTime(microseconds: 70_200_000_000)], is: "{19:30:00}")
    let many = Array(0..<50_000)
    let sum = try connection.query("select sum(x)::bigint from unnest(\(many)) as x").one()
    #expect(try sum.decode(at: 0) == many.reduce(0, +))
  }

  @Test("An enum with a raw value needs no code of its own")
  func rawValues() throws {
    try check(Direction.exit, is: "2")
    try check(Direction?.none, is: nil)
    let error = #expect(throws: DatabaseError.self) {
      try connection.query("select 3::int2 as way").one().decode(Direction.self, at: 0)
    }
    #expect(error?.code == .badColumn)
    #expect(error?.description.contains("way") == true)
  }
}
