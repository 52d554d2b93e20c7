import Parking
import Testing

@Suite("Rights")
struct RightTests {
  private func interval(_ start: String, _ end: String) throws -> Interval {
    Interval(start: try Fixtures.instant(start), end: try Fixtures.instant(end))
  }

  private func fee(_ enter: String, _ leave: String, free: [Interval]) throws -> Int {
    try Fixtures.tariff("demo").price(
      enter: Fixtures.instant(enter), leave: Fixtures.instant(leave), free: free,
      context: PricingContext(timeZone: Fixtures.shanghai)
    ).total.fen
  }

  @Test("A card that ends during the stay frees what lies before")
  func cardEnds() throws {
    let card = try interval("2026-11-01 00:00", "2026-11-22 12:00")
    #expect(try fee("2026-11-22 08:00", "2026-11-22 12:30", free: [card]) == 0)
    #expect(try fee("2026-11-22 08:00", "2026-11-22 13:07", free: [card]) == 700)
  }

  @Test("A free list entry that begins today frees what lies after it")
  func freeListBegins() throws {
    let entry = try interval("2026-11-22 00:00", "2035-01-01 00:00")
    // From 22:50 on the day before 70 minutes are left to charge, whenever the vehicle leaves.
    #expect(try fee("2026-11-21 22:50", "2026-11-22 00:00", free: [entry]) == 700)
    #expect(try fee("2026-11-21 22:50", "2026-11-22 18:00", free: [entry]) == 700)
    #expect(try fee("2026-11-22 00:00", "2026-11-25 18:00", free: [entry]) == 0)
  }

  @Test("A card that ended and a lease that follows leave one session between them and after")
  func cardThenLease() throws {
    let rights = [
      try interval("2026-11-01 00:00", "2026-11-22 12:00"),
      try interval("2026-11-22 12:20", "2026-11-22 18:00"),
    ]
    // 20 and 11 minutes: the free half hour is over, and 24 h run from 12:00.
    #expect(try fee("2026-11-20 08:00", "2026-11-22 18:10", free: rights) == 0)
    #expect(try fee("2026-11-20 08:00", "2026-11-22 18:11", free: rights) == 500)
  }

  @Test("A lease inside a stay leaves one session of what lies before and after")
  func lease() throws {
    let lease = try interval("2026-11-22 12:00", "2026-11-22 18:00")
    // 40 and 27 minutes count together: 67 minutes.
    #expect(try fee("2026-11-22 11:20", "2026-11-22 18:27", free: [lease]) == 700)
    #expect(try fee("2026-11-22 12:00", "2026-11-22 18:00", free: [lease]) == 0)
  }

  @Test("Overlapping rights in any order free each moment once")
  func overlapping() throws {
    let rights = [
      try interval("2026-11-22 11:00", "2026-11-22 13:00"),
      try interval("2026-11-22 10:00", "2026-11-22 12:00"),
      try interval("2026-11-22 10:30", "2026-11-22 10:40"),
    ]
    let parts = chargeable(
      from: try Fixtures.instant("2026-11-22 09:00"), to: try Fixtures.instant("2026-11-22 14:00"),
      rights: rights)
    #expect(
      parts == [
        try interval("2026-11-22 09:00", "2026-11-22 10:00"),
        try interval("2026-11-22 13:00", "2026-11-22 14:00"),
      ])
  }

  @Test("A night card frees its hours, also over midnight, and only on its weekdays and bays")
  func nightCard() throws {
    let hours = Right.Hours(
      start: try #require(CivilTime("20:00")), end: try #require(CivilTime("08:00")))
    let right = Right(
      validity: try interval("2026-11-01 00:00", "2026-12-01 00:00"), hours: hours,
      weekdays: [1, 2, 3, 4, 5], bays: ["b"])
    let enter = try Fixtures.instant("2026-11-19 19:00")
    let leave = try Fixtures.instant("2026-11-22 07:00")
    let free = right.intervals(from: enter, to: leave, bay: "b", timeZone: Fixtures.shanghai)
    #expect(
      free == [
        try interval("2026-11-19 20:00", "2026-11-20 08:00"),
        try interval("2026-11-20 20:00", "2026-11-21 08:00"),
      ])
    #expect(right.intervals(from: enter, to: leave, timeZone: Fixtures.shanghai).isEmpty)
  }
}
