import Foundation
import GatehouseTesting
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("The review list in the database")
struct ReviewListTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  /// Makes entries by manual releases; the newest first.
  private func release(_ count: Int) throws -> [Int64] {
    let visit = try gates.visit("demo-out-1")
    for number in 0..<count {
      let plate = "苏E2000\(number)"
      let picture = PictureFile(format: .jpeg, bytes: [0xFF, 0xD8, 0xFF, UInt8(number)])
      try gates.store.read(plate, at: "demo-in-1", minutesAgo: 67, pictures: [picture])
      let exit = PictureFile(format: .jpeg, bytes: [0xFF, 0xD8, 0xFE, UInt8(number)])
      try gates.store.read(plate, at: "demo-out-1", pictures: [exit])
      let press = ExitPress(stayID: try gates.stayID(plate), release: .manual(reason: "道闸故障"))
      try gates.store.permitExit(press, at: visit)
    }
    return try gates.store.reviews(of: gates.park(), count: 200).map(\.reviewID)
  }

  @Test("has its entries newest first, in pages, with their pictures")
  func pages() throws {
    let all = try release(3)
    #expect(all.count == 3 && all == all.sorted(by: >))
    let first = try gates.store.reviews(of: gates.park(), count: 2)
    #expect(first.map(\.reviewID) == Array(all.prefix(2)))
    let rest = try gates.store.reviews(
      of: gates.park(), ReviewFilter(before: first[1].reviewID), count: 2)
    #expect(rest.map(\.reviewID) == [all[2]])
    #expect(first[0].license == "苏E20002" && first[0].boothID == "demo-out-1")
    #expect(first[0].pictures.count == 2 && first[0].detail == "应收7.00元，优惠0.00元")
    let kinds = try gates.store.reviews(
      of: gates.park(), ReviewFilter(reason: .clock, state: .all), count: 10)
    #expect(kinds.isEmpty)
    #expect(try gates.store.reviews(of: gates.park("DEMO002"), count: 10).isEmpty)
    #expect(try gates.store.review(all[0], of: gates.park("DEMO002")) == nil)
  }

  @Test("is resolved once, by somebody, and the audit trail says by whom")
  func resolved() throws {
    let reviewID = try #require(try release(1).first)
    let park = try gates.park()
    let press = ReviewPress(reviewID: reviewID, resolution: .collected, note: "现金补缴")
    try gates.store.resolve(press, of: park, by: .account(1))
    try gates.store.resolve(press, of: park, by: .account(2))
    #expect(throws: ReviewRefusal.alreadyResolved) {
      try gates.store.resolve(
        ReviewPress(reviewID: reviewID, resolution: .mistake), of: park, by: .account(1))
    }
    #expect(throws: ReviewRefusal.unknownReview) {
      try gates.store.resolve(press, of: gates.park("DEMO002"), by: .account(1))
    }
    let record = try #require(try gates.store.review(reviewID, of: park))
    #expect(record.resolution == .collected && record.resolvedBy == "王小明")
    #expect(record.note == "现金补缴")
    #expect(
      try gates.text(
        "select string_agg(caller || ' ' || detail, ',') from parking.audit where action = 'review'"
      ) == "session \(reviewID) manual_release collected 现金补缴")
    #expect(try gates.store.reviews(of: park, count: 10).isEmpty)
  }

  @Test("A supervisor alone gives money up")
  func supervisor() throws {
    let reviewID = try #require(try release(1).first)
    let park = try gates.park()
    let press = ReviewPress(reviewID: reviewID, resolution: .waived)
    for caller in [Caller.account(1), .terminal("terminal-1")] {
      #expect(throws: ReviewRefusal.needsSupervisor) {
        try gates.store.resolve(press, of: park, by: caller)
      }
    }
    try gates.store.resolve(press, of: park, by: .account(5))
    #expect(try gates.store.review(reviewID, of: park)?.resolvedBy == "主管")
  }

  @Test("A stay that is too long is raised once and can be ended by a supervisor, unpaid")
  func longStay() throws {
    try gates.store.read("苏E88888", at: "demo-in-1")
    try gates.connection.run(
      script: "update parking.open_stay set enter_time = enter_time - interval '72 h 40 min'")
    #expect(try gates.store.sweepReviews() == SweepReport(longStays: 1))
    #expect(try gates.store.sweepReviews() == SweepReport())
    let park = try gates.park()
    let record = try #require(try gates.store.reviews(of: park, count: 10).first)
    #expect(record.reason == .longStay && record.license == "苏E88888")
    let press = ReviewPress(reviewID: record.reviewID, resolution: .closed, note: "已离场")
    try gates.store.resolve(press, of: park, by: .commandLine)
    #expect(
      try gates.text(
        "select concat_ws(' ', outcome, pay_status, total_amount) from parking.stay")
        == "unresolved 0 12500")
    #expect(try gates.count("select count(*) from parking.open_stay") == 0)
    #expect(try gates.store.sweepReviews() == SweepReport())
  }

  @Test("A vehicle without an entry that nobody decides about is ended as unresolved")
  func abandoned() throws {
    try gates.store.read("苏E88888", at: "demo-out-1")
    try gates.store.read("", at: "demo-out-2")
    #expect(try gates.store.sweepReviews() == SweepReport())
    try gates.connection.run(
      script: """
        update parking.open_stay set settle_until = settle_until - interval '2 h',
          leave_time = leave_time - interval '2 h'
        """)
    for role in [TestDatabase.Role.admin, .relay] {
      let store = ParkingStore(
        conninfo: gates.database.conninfo(role), pictures: gates.pictures.path)
      let expected = role == .admin ? SweepReport(abandoned: 2) : SweepReport()
      #expect(try store.sweepReviews() == expected)
    }
    #expect(try gates.count("select count(*) from parking.open_stay") == 0)
    #expect(
      try gates.text(
        """
        select string_agg(distinct concat_ws(' ', s.outcome, s.pay_status, a.state), ',')
        from parking.stay s join parking.arrival a using (stay_id)
        """) == "unresolved 0 passed")
  }

  @Test("What a device did or lost is raised at its booth")
  func device() throws {
    let device = try #require(try gates.store.device(token: "demo-in-1-camera"))
    try gates.store.raise(.oversizeBody, by: device, detail: "20 MiB")
    let record = try #require(try gates.store.reviews(of: gates.park(), count: 1).first)
    #expect(record.reason == .oversizeBody && record.boothID == "demo-in-1")
    #expect(record.detail == "20 MiB" && record.pictures.isEmpty)
  }
}
