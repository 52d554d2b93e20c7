import GatehouseTesting
import PostgreSQL
import Testing

@Suite("Values survive the way to PostgreSQL and back")
struct ValueTests {
  let database: TestDatabase
  let connection: Connection

  init() throws {
    database = try TestDatabase()
    connection = try database.connect()
  }

  private func roundTrip<Value: SQLEncodable & SQLDecodable>(_ value: Value) throws -> Value {
    try connection.query("select \(value) as value").one().decode(named: "value")
  }

  @Test("Integers keep their extremes")
  func integers() throws {
    for value in [Int64.min, -1, 0, 1, .max] { #expect(try roundTrip(value) == value) }
    for value in [Int.min, -1, 0, 1, .max] { #expect(try roundTrip(value) == value) }
    for value in [Int32.min, -1, 0, 1, .max] { #expect(try roundTrip(value) == value) }
    for value in [Int16.min, -1, 0, 1, .max] { #expect(try roundTrip(value) == value) }
  }
}
