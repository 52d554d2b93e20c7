import GatehouseTesting
import PostgreSQL
import Testing

@Suite("A column that is not as the code expects is an error that names it")
struct ColumnTests {
  let database: TestDatabase
  let row: Row

  init() throws {
    database = try TestDatabase()
    row = try database.connect().query(
      """
      select 70000 as number, 'secret'::text as word, null::text as nothing,
        array[[1, 2], [3, 4]]::int8[] as square, array['a', null] as holed,
        row(1, 'secret') as pair, 1.5::numeric as price, int4range(1, 2) as span
      """
    ).one()
  }

  private func expectBad<Value: SQLDecodable>(
    _ type: Value.Type, _ name: String, at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: DatabaseError.self, sourceLocation: location) {
      try row.decode(type, named: name)
    }
    #expect(error?.code == .badColumn, sourceLocation: location)
    #expect(error?.description.contains(name) == true, sourceLocation: location)
    #expect(error?.description.contains("secret") == false, sourceLocation: location)
    #expect(error?.isConnectionLoss == false, sourceLocation: location)
  }

  @Test("Another type")
  func anotherType() {
    expectBad(String.self, "number")
    expectBad(Bool.self, "number")
    expectBad(Timestamp.self, "number")
    expectBad(SQLDate.self, "number")
    expectBad(JSONText.self, "word")
    expectBad(Int64.self, "word")
    expectBad([UInt8].self, "number")
    expectBad([String].self, "word")
    expectBad([Int64].self, "number")
    expectBad(String.self, "pair")
    expectBad([Int64].self, "pair")
    expectBad(Int64.self, "price")
    expectBad(String.self, "price")
    expectBad(String.self, "span")
    expectBad([Int64].self, "span")
  }

  @Test("An unexpected NULL, alone or in an array")
  func unexpectedNull() throws {
    expectBad(String.self, "nothing")
    expectBad([UInt8].self, "nothing")
    expectBad([String].self, "nothing")
    expectBad([String].self, "holed")
    #expect(try row.decode([String?].self, named: "holed") == ["a", nil])
    #expect(try row.decode(String?.self, named: "nothing") == nil)
  }

  @Test("A number that does not fit, an array of two dimensions, a column that is not there")
  func misfits() {
    expectBad(Int16.self, "number")
    expectBad([Int64].self, "square")
    expectBad(Int64.self, "missing")
    for place in [-1, 8, .max, .min] {
      #expect(throws: DatabaseError.self) { try row.decode(Int.self, at: place) }
    }
  }

  @Test("Columns are read one after another, and one too many is an error")
  func decoder() throws {
    var columns = row.columns
    #expect(try columns.next(Int32.self) == 70000)
    #expect(try columns.next() == "secret")
    #expect(try columns.next(String?.self) == nil)
    for _ in 3..<row.count { _ = try columns.nextCell() }
    #expect(throws: DatabaseError.self) { try columns.nextCell() }
  }

  @Test("A record's fields are read one after another, and one too many is an error")
  func record() throws {
    var columns = try database.connect().query(
      """
      select row(70000, 'secret'::text, null::bytea, array[1, 2]::bigint[], true), row(), 1,
        null::record
      """
    ).one().columns
    var fields = try columns.record()
    #expect(try fields.next(Int32.self) == 70000)
    #expect(try fields.next() == "secret")
    #expect(try fields.next([UInt8]?.self) == nil)
    #expect(try fields.next() == [Int64(1), 2])
    #expect(throws: DatabaseError.self) { try fields.next(Int64.self) }
    #expect(throws: DatabaseError.self) { try fields.nextCell() }
    var none = try columns.record()
    #expect(throws: DatabaseError.self) { try none.nextCell() }
    for _ in 0..<2 { #expect(throws: DatabaseError.self) { try columns.record() } }
  }

  @Test("One row is demanded, not assumed")
  func oneRow() throws {
    let connection = try database.connect()
    for count in [0, 2] {
      let rows = try connection.query("select from generate_series(1, \(count))")
      #expect(rows.count == count)
      let error = #expect(throws: DatabaseError.self) { try rows.one() }
      #expect(error?.code == .badRowCount)
    }
  }
}
