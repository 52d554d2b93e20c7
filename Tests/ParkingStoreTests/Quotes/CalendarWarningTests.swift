import Parking
import Testing

@testable import ParkingStore

@Suite("The worker's warning of a year without public holidays")
struct CalendarWarningTests {
  @Test("comes once a day from 1 December on, until the year is there")
  func onceADay() throws {
    func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
    func calendar(_ years: Int...) throws -> HolidayCalendar {
      var calendar = HolidayCalendar()
      for year in years {
        let holiday = HolidayCalendar.Day(
          date: try day("\(year)-05-01"), name: "劳动节", isOffDay: true)
        calendar.insert(year: year, days: [holiday])
      }
      return calendar
    }
    var cache = CalendarCache()
    cache.look(at: try calendar(2026), on: try day("2026-11-30"))
    #expect(cache.takeWarning() == nil)
    cache.look(at: try calendar(2026), on: try day("2026-12-01"))
    #expect(cache.takeWarning()?.contains("2027") == true)
    #expect(cache.takeWarning() == nil)
    cache.look(at: try calendar(2026), on: try day("2026-12-01"))
    #expect(cache.takeWarning() == nil)
    cache.look(at: try calendar(2026), on: try day("2026-12-02"))
    #expect(cache.takeWarning() != nil)
    cache.look(at: try calendar(2026, 2027), on: try day("2026-12-03"))
    #expect(cache.takeWarning() == nil)
  }
}
