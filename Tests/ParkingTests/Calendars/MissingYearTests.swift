import Parking
import Testing

@Suite("A year without public holidays")
struct MissingYearTests {
  @Test(
    "is told of from 1 December of the year before it, and as long as it lasts",
    arguments: [
      ("2026-11-30", nil), ("2026-12-01", 2027), ("2026-12-31", 2027), ("2027-01-01", 2027),
      ("2027-06-01", 2027), ("2025-12-01", nil), ("2006-11-30", 2006),
    ] as [(String, Int?)])
  func missing(day: String, year: Int?) throws {
    #expect(try Fixtures.calendar().missingYear(on: try #require(CivilDate(day))) == year)
  }

  @Test("is nobody's business where no year is known")
  func unused() throws {
    #expect(HolidayCalendar().missingYear(on: try #require(CivilDate("2026-12-24"))) == nil)
  }
}
