import Parking
import Testing

@Suite("A lease offer")
struct LeaseOfferTests {
  /// The demo's: 19:00 to 07:30, and all day on Saturdays, Sundays and holidays.
  static func offer(_ allDay: LeaseOffer.AllDay = [.saturdays, .sundays, .holidays]) throws
    -> LeaseOffer
  {
    LeaseOffer(
      deadline: try #require(CivilDate("2026-12-31")), start: try #require(CivilTime("19:00")),
      end: try #require(CivilTime("07:30")), allDay: allDay, price: Money(fen: 100),
      startPrice: Money(fen: 500), holidayPrice: Money(fen: 2000))
  }

  @Test(
    "prices a date as the product says",
    arguments: [
      // A Monday: the first 30 minutes and each further 30 begun.
      ("2026-11-23", "19:00", "19:01", 500), ("2026-11-23", "19:00", "19:30", 500),
      ("2026-11-23", "19:00", "19:31", 600), ("2026-11-23", "19:00", "20:00", 600),
      ("2026-11-23", "19:00", "06:30", 500 + 22 * 100),
      ("2026-11-23", "19:00", "19:00", 500 + 47 * 100),
      // A Saturday and a Sunday, whatever the window.
      ("2026-11-28", "19:00", "06:30", 2000), ("2026-11-29", "09:00", "09:10", 2000),
      // National Day on a Thursday, and on a Saturday.
      ("2026-10-01", "19:00", "19:30", 2000), ("2026-10-03", "19:00", "19:30", 2000),
      // Make-up workdays on a Sunday and a Saturday (调休).
      ("2026-09-20", "19:00", "19:30", 500), ("2026-10-10", "19:00", "19:30", 500),
      // Friday night into Saturday is a Friday's.
      ("2026-11-27", "19:00", "07:30", 500 + 24 * 100),
    ])
  func price(date: String, start: String, end: String, fen: Int) throws {
    let window = try LeaseWindow(date: date, start: start, end: end)
    let price = try Self.offer().price(
      of: window, timeZone: Fixtures.shanghai, calendar: Fixtures.calendar())
    #expect(price == Money(fen: fen))
  }

  static let days: [(String, LeaseOffer.AllDay, Bool)] = [
    ("2026-11-28", .saturdays, true), ("2026-11-28", .sundays, false),
    ("2026-11-29", .sundays, true), ("2026-11-29", .saturdays, false),
    ("2026-11-28", .holidays, false), ("2026-10-01", .holidays, true),
    ("2026-10-01", [.saturdays, .sundays], false),
    // A holiday that is a Saturday is both.
    ("2026-10-03", .saturdays, true), ("2026-10-03", .holidays, true),
    ("2026-10-03", .sundays, false),
    // A worked Saturday is neither.
    ("2026-10-10", [.saturdays, .holidays], false),
  ]

  @Test("asks each flag by itself", arguments: days)
  func flags(date: String, allDay: LeaseOffer.AllDay, isAllDay: Bool) throws {
    let day = try #require(CivilDate(date))
    let covers = try Self.offer(allDay).coversAllDay(day, calendar: Fixtures.calendar())
    #expect(covers == isAllDay)
  }

  @Test("has no price on a date that the calendar does not know")
  func unknownYear() throws {
    let window = try LeaseWindow(date: "2031-05-05", start: "19:00", end: "06:30")
    let offer = try Self.offer()
    let calendar = try Fixtures.calendar()
    #expect(throws: LeaseOffer.PriceFault.unknownYear(2031)) {
      try offer.price(of: window, timeZone: Fixtures.shanghai, calendar: calendar)
    }
  }

  @Test("has no price for a window that the clocks skip")
  func skipped() throws {
    let berlin = try #require(ParkTimeZone(identifier: "Europe/Berlin"))
    let window = try LeaseWindow(date: "2026-03-29", start: "02:10", end: "02:50")
    let offer = try Self.offer([])
    let calendar = try Fixtures.calendar()
    #expect(throws: LeaseOffer.PriceFault.empty) {
      try offer.price(of: window, timeZone: berlin, calendar: calendar)
    }
  }

  @Test(
    "is compared with what a partner sold",
    arguments: [
      ("2026-11-23", "19:00", "07:30", OfferCheck.inside),
      ("2026-11-23", "20:00", "23:00", .inside), ("2026-11-23", "00:00", "07:30", .inside),
      ("2026-11-23", "18:59", "07:30", .outside), ("2026-11-23", "19:00", "07:31", .outside),
      ("2026-11-23", "12:00", "13:00", .outside), ("2026-11-23", "19:00", "19:00", .outside),
      // All day, and with the nights before and after it.
      ("2026-11-28", "10:00", "20:00", .inside), ("2026-11-28", "00:00", "00:00", .inside),
      ("2026-11-27", "19:00", "12:00", .inside), ("2026-11-28", "12:00", "12:00", .inside),
      ("2026-11-29", "12:00", "07:30", .inside), ("2026-11-29", "12:00", "07:31", .outside),
      // A worked Saturday is an ordinary day.
      ("2026-10-10", "10:00", "12:00", .outside),
      // The day of the deadline, whose night ends in a year that is not known, and the days after.
      ("2026-12-31", "19:00", "07:30", .inside), ("2026-12-31", "19:00", "08:00", .notChecked),
      ("2027-01-01", "19:00", "07:30", .notChecked),
      // Yesterday, and a year without a calendar.
      ("2026-08-31", "19:00", "07:30", .notChecked), ("2031-01-06", "19:00", "07:30", .notChecked),
    ])
  func check(date: String, start: String, end: String, expected: OfferCheck) throws {
    let window = try LeaseWindow(date: date, start: start, end: end)
    let check = OfferCheck(
      of: window, offer: try Self.offer(), today: try #require(CivilDate("2026-09-01")),
      timeZone: Fixtures.shanghai, calendar: try Fixtures.calendar())
    #expect(check == expected)
  }

  @Test("allows nothing when it is closed, past its deadline or not there")
  func closed() throws {
    let window = try LeaseWindow(date: "2026-11-23", start: "19:00", end: "07:30")
    var closed = try Self.offer()
    closed.isOpen = false
    var past = try Self.offer()
    past.deadline = try #require(CivilDate("2026-11-22"))
    for offer in [closed, past, nil] {
      let check = OfferCheck(
        of: window, offer: offer, today: try #require(CivilDate("2026-11-22")),
        timeZone: Fixtures.shanghai, calendar: try Fixtures.calendar())
      #expect(check == .outside)
    }
  }
}
