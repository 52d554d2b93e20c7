import GatehouseTesting
import PostgreSQL
import Testing

@Suite("An image tells rows that are the same from rows that are not")
struct RowsImageTests {
  let database: TestDatabase
  let connection: Connection

  init() throws {
    database = try TestDatabase()
    connection = try database.connect()
  }

  private static let rows: SQL = "values (1, 'a', null), (2, '', 'bc')"

  @Test("The same rows have the same image")
  func same() throws {
    let image = try connection.query(Self.rows).image
    let again = try connection.query(Self.rows)
    #expect(again.hasImage(image) && again.image == image)
    let nothing = try connection.query("select 1 where false")
    #expect(nothing.hasImage(nothing.image) && !nothing.hasImage(image))
  }

  @Test(
    "Any other value, NULL for empty, a moved border, a row more or less has another",
    arguments: [
      "values (1, 'a', null), (2, '', 'bd')", "values (1, 'a', ''), (2, '', 'bc')",
      "values (1, 'a', null), (2, null, 'bc')", "values (1, 'a', null), (2, 'b', 'c')",
      "values (1, 'a', null)", "values (1, 'a', null), (2, '', 'bc'), (3, null, null)",
      "values (2, '', 'bc'), (1, 'a', null)", "values (1, 'a'), (2, '')", "select 1 where false",
    ] as [SQL])
  func different(sql: SQL) throws {
    let image = try connection.query(Self.rows).image
    let others = try connection.query(sql)
    #expect(!others.hasImage(image) && others.image != image)
    #expect(try !connection.query(Self.rows).hasImage(others.image))
  }
}
