import Parking
import Testing

@Suite("A lease window")
struct LeaseWindowTests {
  @Test(
    "is read from the document's forms and no others",
    arguments: [
      ("2018-01-02", "19:00", "06:30", nil as LeaseWindow.Fault?),
      ("2024-02-29", "00:00", "23:59", nil),
      ("2018-02-29", "19:00", "06:30", .date), ("2018-13-01", "19:00", "06:30", .date),
      ("2018-00-10", "19:00", "06:30", .date), ("2018-01-32", "19:00", "06:30", .date),
      ("0000-01-01", "19:00", "06:30", .date), ("2018-1-2", "19:00", "06:30", .date),
      ("2018/01/02", "19:00", "06:30", .date), ("", "19:00", "06:30", .date),
      ("2018-01-02 ", "19:00", "06:30", .date), ("２０18-01-02", "19:00", "06:30", .date),
      ("2018-01-02", "24:00", "06:30", .startTime), ("2018-01-02", "19:60", "06:30", .startTime),
      ("2018-01-02", "7:00", "06:30", .startTime), ("2018-01-02", "19:00:00", "06:30", .startTime),
      ("2018-01-02", "", "06:30", .startTime), ("2018-01-02", "-1:00", "06:30", .startTime),
      ("2018-01-02", "19:00", "24:00", .endTime), ("2018-01-02", "19:00", "06.30", .endTime),
      ("2018-01-02", "19:00", "６:30", .endTime), ("2018-01-02", "19:00", "+6:30", .endTime),
    ])
  func reading(date: String, start: String, end: String, fault: LeaseWindow.Fault?) throws {
    guard let fault else {
      let window = try LeaseWindow(date: date, start: start, end: end)
      #expect(window.date.description == date)
      #expect((window.start.leaseText, window.end.leaseText) == (start, end))
      return
    }
    #expect(throws: fault) { try LeaseWindow(date: date, start: start, end: end) }
  }

  @Test(
    "ends on the next day when its end is not later than its start",
    arguments: [
      ("19:00", "06:30", "2026-11-23 06:30"), ("19:00", "23:30", "2026-11-22 23:30"),
      ("19:00", "19:00", "2026-11-23 19:00"), ("00:00", "00:00", "2026-11-23 00:00"),
      ("19:00", "00:00", "2026-11-23 00:00"), ("00:00", "23:59", "2026-11-22 23:59"),
    ])
  func nextDay(start: String, end: String, last: String) throws {
    let window = try LeaseWindow(date: "2026-11-22", start: start, end: end)
    let interval = window.interval(in: Fixtures.shanghai)
    #expect(interval.start == (try Fixtures.instant("2026-11-22 \(start)")))
    #expect(interval.end == (try Fixtures.instant(last)))
  }

  /// Berlin skips 02:00 to 03:00 on 29 March and shows it twice on 25 October 2026.
  static let changes: [(String, String, String, minutes: Int64)] = [
    ("2026-03-28", "19:00", "06:30", 630), ("2026-10-24", "19:00", "06:30", 750),
    ("2026-03-29", "02:10", "02:50", 0), ("2026-03-29", "01:30", "02:30", 30),
    ("2026-10-25", "01:30", "02:30", 60), ("2026-03-28", "12:00", "12:00", 23 * 60),
  ]

  @Test("follows the clocks when they change", arguments: changes)
  func clocks(date: String, start: String, end: String, minutes: Int64) throws {
    let berlin = try #require(ParkTimeZone(identifier: "Europe/Berlin"))
    let interval = try LeaseWindow(date: date, start: start, end: end).interval(in: berlin)
    #expect(interval.end.seconds(since: interval.start) == minutes * 60)
  }
}
