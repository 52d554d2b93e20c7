import Foundation
import Parking
import Testing

@Suite("Clocks and calendars")
struct TimeZoneTests {
  @Test(
    "A date and its number are one",
    arguments: [
      ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-22", 20_779, 7),
      ("1969-12-31", -1, 3),
    ])
  func dates(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CivilDate(dayNumber: number).description == text)
  }

  @Test("Every day of 400 years reads back as written")
  func everyDay() throws {
    var date = try #require(CivilDate("1900-01-01"))
    for _ in 0..<146_097 {
      try #require(CivilDate(date.description) == date)
      date = date.advanced(byDays: 1)
    }
    #expect(date.description == "2300-01-01")
  }

  @Test(
    "What no calendar or clock shows is refused",
    arguments: [
      "2026-02-29 00:00:00", "2026-13-01 00:00:00", "2026-00-10 00:00:00", "2026-1-01 00:00:00",
      "2026-01-01 24:00:00", "2026-01-01 00:60:00", "2026-01-01T00:00:00", "2026-01-01 00:00",
      "2026-01-01 00:00:00 ", "２026-01-01 00:00:00", "",
    ])
  func refused(text: String) {
    #expect(CivilDateTime(text) == nil)
  }

  @Test(
    "A wall clock's time is an instant",
    arguments: [
      ("Asia/Shanghai", "2026-11-22 10:00:00", 1_795_312_800),
      ("Asia/Shanghai", "1990-07-01 12:00:00", 646_801_200),
      ("Europe/Berlin", "2026-03-29 01:59:59", 1_774_745_999),
      ("Europe/Berlin", "2026-03-29 03:00:00", 1_774_746_000),
      ("Europe/Berlin", "2026-10-25 02:30:00", 1_792_888_200),
      ("America/New_York", "2026-07-04 00:00:00", 1_783_137_600),
      ("Asia/Kolkata", "2026-01-01 05:30:00", 1_767_225_600),
      ("UTC", "2026-01-01 00:00:00", 1_767_225_600),
    ])
  func instants(zone: String, text: String, seconds: Int64) throws {
    let zone = try #require(ParkTimeZone(identifier: zone))
    let civil = try #require(CivilDateTime(text))
    #expect(zone.instant(of: civil).seconds == seconds)
    #expect(zone.civil(of: Instant(seconds: seconds)) == civil)
  }

  @Test("A time that the clocks skip is the instant of the skip")
  func skipped() throws {
    let zone = try #require(ParkTimeZone(identifier: "Europe/Berlin"))
    let civil = try #require(CivilDateTime("2026-03-29 02:30:00"))
    #expect(zone.instant(of: civil).seconds == 1_774_746_000)
  }

  @Test(
    "A name that is no zone is refused",
    arguments: ["", "Mars/Olympus", "CST8", "EST", "GMT+8", "Asia/shanghai", "../etc/passwd"])
  func unknown(name: String) {
    #expect(ParkTimeZone(identifier: name) == nil)
  }

  @Test("Every day of 2007 to 2026 is worked or free as an independent calendar says")
  func oracle() throws {
    let calendar = try Fixtures.calendar()
    let file = Fixtures.folder("Tests/ParkingTests/Resources/chinesecalendar.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var days = 0
    for line in lines where !line.hasPrefix("#") {
      var date = try #require(CivilDate(line.prefix(4) + "-01-01"))
      for mark in line.dropFirst(5) {
        #expect(calendar.kind(of: date)?.isWorked == (mark == "W"), "\(date)")
        date = date.advanced(byDays: 1)
        days += 1
      }
    }
    #expect(days == 7_305)
  }

  @Test("A year without data is unknown, and a make-up day is worked")
  func holidays() throws {
    let calendar = try Fixtures.calendar()
    func kind(_ text: String) throws -> HolidayCalendar.Kind? {
      calendar.kind(of: try #require(CivilDate(text)))
    }
    #expect(try kind("2027-03-01") == nil)
    #expect(try kind("2025-09-28") == .makeUpWorkday)
    #expect(try kind("2025-10-01") == .holiday)
    #expect(try kind("2025-06-07") == .weekend)
    #expect(try kind("2025-06-03") == .workday)
    #expect(calendar.publishedYears == Array(2007...2026))
  }
}
