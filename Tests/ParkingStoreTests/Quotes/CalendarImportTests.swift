import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("Importing public holidays")
struct CalendarImportTests {
  let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
  }

  private func year(_ name: String = "国庆节", isOffDay: Bool = true) throws -> HolidayYear {
    try HolidayYear(
      json: """
        {"year": 2026, "days": [{"name": "\(name)", "date": "2026-10-01", "isOffDay": \(isOffDay)}]}
        """)
  }

  @Test("keeps a year once, and says so the second time")
  func twice() throws {
    #expect(
      try fixture.store.importCalendar(year(), replacing: false) == .imported(days: 1))
    #expect(try fixture.store.importCalendar(year(), replacing: false) == .unchanged)
    #expect(try fixture.store.calendarYears() == [2026])
  }

  @Test("changes a year that is known only when told to")
  func replacing() throws {
    _ = try fixture.store.importCalendar(year(), replacing: false)
    #expect(
      try fixture.store.importCalendar(year(isOffDay: false), replacing: false) == .differs)
    #expect(try fixture.texts("select is_off_day::text from parking.calendar_day") == ["true"])
    #expect(
      try fixture.store.importCalendar(year(isOffDay: false), replacing: true)
        == .imported(days: 1))
    #expect(try fixture.texts("select is_off_day::text from parking.calendar_day") == ["false"])
  }

  @Test("takes a year without days for one that is not published")
  func notPublished() throws {
    let empty = try HolidayYear(json: #"{"year": 2027, "days": []}"#)
    #expect(try fixture.store.importCalendar(empty, replacing: false) == .notPublished)
    #expect(try fixture.store.calendarYears() == [])
  }

  @Test("gives a stay that is priced by day type its fee; without the year there is none")
  func prices() throws {
    try fixture.apply(
      SiteFixture.demo().changing(
        """
                rates:
                  - {for: 1 h, price: 500}
                  - {each: 30 min, price: 200}
                caps:
        """,
        to: """
                  windows:
                    - {hours: "00:00-24:00", days: workday, rates: [{each: 1 h, price: 100}]}
                    - {hours: "00:00-24:00", days: day_off, rates: [{each: 1 h, price: 100}]}
                  count: stay
                  caps:
          """))
    guard case .unknown(let reason) = try fee(of: "苏E88884") else {
      Issue.record("a fee without the year's calendar")
      return
    }
    #expect(reason.contains("节假日"))
    try importPresentYears()
    #expect(try fee(of: "苏E88885").total == Money(fen: 200))
  }

  /// The fee at the exit of a car that entered 90 minutes ago, by a worker that starts now.
  private func fee(of plate: String) throws -> Fee {
    let store = ParkingStore(
      conninfo: fixture.database.conninfo(.worker), pictures: "/nonexistent")
    let entry = try #require(try store.device(token: "demo-in-1-camera"))
    let exit = try #require(try store.device(token: "demo-out-1-camera"))
    var read = CameraRead(vendor: "generic", plate: Plate(reading: plate))
    read.isReplay = true
    read.capturedAt = entry.seenAt.advanced(bySeconds: -90 * 60)
    _ = try store.receive(read, from: entry) { _ in StoredReply(body: [], contentType: "") }
    read.isReplay = false
    read.capturedAt = nil
    _ = try store.receive(read, from: exit) { _ in StoredReply(body: [], contentType: "") }
    return try #require(try store.dueStay(at: exit.booth, of: exit.park)).fee
  }

  /// This year and the one before, in which a stay that ends now may have begun.
  private func importPresentYears() throws {
    let year = try fixture.number(
      "select extract(year from now() at time zone 'Asia/Shanghai')::integer")
    for year in [year - 1, year] {
      let days = HolidayCalendar.Day(
        date: try #require(CivilDate("\(year)-05-01")), name: "劳动节", isOffDay: true)
      _ = try fixture.store.importCalendar(
        HolidayYear(year: year, days: [days]), replacing: false)
    }
  }
}
