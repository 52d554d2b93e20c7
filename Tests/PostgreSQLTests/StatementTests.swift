import GatehouseTesting
import PostgreSQL
import Testing

@Suite("A statement binds its values")
struct StatementTests {
  @Test("Fragments are renumbered, past nine too")
  func fragments() throws {
    let plate: SQL = "plate = \("苏A") and kind = \(1)"
    let list = SQL.joined((0..<9).map { "\($0)" })
    let nested: SQL = "(\(plate) or \(plate))"
    let whole: SQL = "select \(true) where x in (\(list)) and \(nested) and y = \(Int64?.none)"
    #expect(
      whole.description
        == "select $1 where x in ($2, $3, $4, $5, $6, $7, $8, $9, $10) and (plate = $11 and "
        + "kind = $12 or plate = $13 and kind = $14) and y = $15")
  }

  @Test("Values of fragments stay with their placeholders")
  func fragmentValues() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    let numbers = SQL.joined((1...12).map { "\($0)" })
    let row = try connection.query(
      "select \("苏")||\("A"), array[\(numbers)], \(String?.none), \(SQL("\("")||\("z")"))"
    ).one()
    #expect(try row.decode(at: 0) == "苏A")
    #expect(try row.decode(at: 1) == Array(1...12))
    #expect(try row.decode(String?.self, at: 2) == nil)
    #expect(try row.decode(at: 3) == "z")
  }

  @Test("Texts made at run time stay in their places, and apart")
  func texts() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    func raw(_ text: String) -> SQL { SQL(unsafeRaw: text) }
    let pair: SQL = "\(raw("'a'")) || \("b") || \(raw("'c'"))"
    for (first, last) in [("'1'", "'2'"), ("'2'", "'1'"), ("'12'", "''")] {
      let row = try connection.query("select \(raw(first)) || \(pair) || \(raw(last))").one()
      let expected = first.filter(\.isNumber) + "abc" + last.filter(\.isNumber)
      #expect(try row.decode(at: 0) == expected)
    }
  }

  @Test("Statements that begin and end alike are different ones")
  func alike() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    func result(_ sign: SQL) throws -> Int {
      try connection.query("select \(7) \(sign) \(5) + 0").one().decode(at: 0)
    }
    for _ in 0..<2 {
      #expect(try result("+") == 12)
      #expect(try result("-") == 2)
      #expect(try result(SQL(unsafeRaw: "*")) == 35)
      #expect(try result(SQL(unsafeRaw: "%")) == 2)
    }
  }

  @Test("A dollar sign in the text is no placeholder")
  func dollars() throws {
    let database = try TestDatabase()
    let fragment: SQL = "'苏 $1 \\ $9' || \("x")"
    let row = try database.connect().query("select \(7), \(fragment)").one()
    #expect(try row.decode(at: 1) == "苏 $1 \\ $9x")
  }

  @Test("No way of printing a statement shows its values")
  func printing() {
    let sql: SQL = "select \("secret"), \([UInt8]("secret".utf8)), \(JSONText("secret"))"
    var dumped = ""
    dump(sql, to: &dumped)
    for text in ["\(sql)", String(reflecting: sql), dumped, "\([sql])", "\(Optional(sql) as Any)"] {
      #expect(text.contains("select $1"))
      #expect(!text.contains("secret") && !text.contains("115"))
    }
  }

  @Test("U+0000 never reaches PostgreSQL, wherever it stands")
  func nul() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    try connection.execute("create table t (a text)")
    let statements: [SQL] = [
      "insert into t values (\("苏E88888\u{0}x"))", "insert into t values (\(Optional("\u{0}")))",
      "insert into t select unnest(\(["a", "b\u{0}"]))",
      "insert into t values (\(JSONText("{\u{0}}")))",
      "insert into t values (\(SQL("lower(\("\u{0}"))")))",
      "insert into t values ('a') -- \u{0}", SQL(unsafeRaw: "insert into t values ('a') -- \u{0}"),
      "insert into t values ('a') \(SQL(unsafeRaw: "-- \u{0}"))",
    ]
    for sql in statements {
      let error = #expect(throws: DatabaseError.self) { try connection.execute(sql) }
      #expect(error?.code == .badParameter)
      #expect(error?.description.contains("U+0000") == true)
    }
    #expect(throws: DatabaseError.self) { try connection.run(script: statements[5]) }
    #expect(throws: DatabaseError.self) {
      try connection.transaction { try connection.queryAll(["select 1", statements[5]]) }
    }
    #expect(try connection.query("select from t").isEmpty)
  }

  @Test("More parameters than the protocol holds are refused")
  func tooMany() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    let many = SQL.joined((0..<65_536).map { "\($0)" })
    let error = #expect(throws: DatabaseError.self) {
      try connection.query("select 1 where 1 in (\(many))")
    }
    #expect(error?.code == .badParameter)
    #expect(try connection.query("select 1").count == 1)
  }

  @Test("A text is prepared once for each set of types, and their number is bounded")
  func preparation() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    for _ in 0..<3 {
      #expect(try connection.query("select \(1) + 1").one().decode(Int.self, at: 0) == 2)
      #expect(try connection.query("select \(Int32(1)) + 1").one().decode(Int.self, at: 0) == 2)
    }
    let count: SQL = "select count(*) from pg_prepared_statements"
    #expect(try connection.query(count).one().decode(Int.self, at: 0) == 3)
    for number in 0..<600 { try connection.execute(SQL(unsafeRaw: "select \(number)")) }
    #expect(try connection.query(count).one().decode(Int.self, at: 0) <= 256)
  }

  @Test("A statement whose table changed is prepared again by itself, in a transaction too")
  func staleStatement() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    let other = try database.connect()
    try other.run(script: "create table t (a int); insert into t values (1)")
    #expect(try connection.query("select * from t").one().count == 1)
    try other.execute("alter table t add b int")
    #expect(try connection.query("select * from t").one().count == 2)
    try other.execute("alter table t add c int")
    let row = try connection.transaction { try connection.query("select * from t").one() }
    #expect(row.count == 3)
    try connection.run(script: "deallocate all")
    #expect(try connection.query("select * from t").one().count == 3)
  }

  @Test("A statement that does not parse leaves nothing behind")
  func syntaxError() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    for _ in 0..<2 {
      let error = #expect(throws: DatabaseError.self) { try connection.query("selec") }
      #expect(error?.sqlState == "42601")
    }
    let error = #expect(throws: DatabaseError.self) {
      try connection.transaction { try connection.query("selec") }
    }
    #expect(error?.sqlState == "42601")
    #expect(try connection.query("select 1").count == 1)
  }
}
