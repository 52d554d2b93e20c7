import GatehouseTesting
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("Giving money back")
struct ReversalTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  private func paidStay(by caller: Caller) throws -> Int64 {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let stayID = try gates.stayID("苏E88888")
    try gates.store.pay(stayID, 700, at: gates.visit("demo-out-1", caller))
    return stayID
  }

  @Test("is a row of its own; the shift that took the money gives it back, once")
  func reversed() throws {
    let attendant = try gates.visit("demo-out-1", .account(1))
    let stayID = try paidStay(by: .account(1))
    #expect(try gates.store.shiftFigures(at: attendant).total == Money(fen: 700))
    let press = ReversalPress(stayID: stayID, reason: "收错金额")
    let supervisor = try gates.visit("demo-out-2", .account(5))
    #expect(try gates.store.reversePayment(press, at: supervisor) == Money(fen: 700))
    #expect(try gates.store.reversePayment(press, at: supervisor) == Money(fen: 700))
    #expect(try gates.store.shiftFigures(at: attendant).total == .zero)
    #expect(
      try gates.text(
        "select string_agg(kind || ' ' || amount, ',' order by payment_id) from parking.payment")
        == "payment 700,reversal 700")
    #expect(
      try gates.text(
        "select account_id || ' ' || detail from parking.audit where action = 'reversal'")
        == "5 700 fen 收错金额")
    let review = try #require(try gates.store.reviews(of: gates.park(), count: 1).first)
    #expect(review.reason == .paymentReversed && review.stayID == stayID)
    #expect(throws: Refusal.alreadyReleased) { try gates.store.pay(stayID, 700, at: attendant) }
  }

  @Test("after the shift has ended is booked where the supervisor stands")
  func later() throws {
    let stayID = try paidStay(by: .account(1))
    try gates.connection.run(script: "update parking.shift set ended_at = clock_timestamp()")
    let visit = try gates.visit("demo-out-2", .account(5))
    _ = try gates.store.reversePayment(ReversalPress(stayID: stayID, reason: "x"), at: visit)
    #expect(try gates.store.shiftFigures(at: visit).total == Money(fen: -700))
  }

  @Test("is refused for a stay that nobody paid for, here or in another park")
  func nothing() throws {
    let stayID = try paidStay(by: .network)
    let press = ReversalPress(stayID: stayID, reason: "x")
    #expect(throws: Refusal.nothingToReverse) {
      try gates.store.reversePayment(press, at: gates.visit("demo2-out-1", .account(5)))
    }
    let unknown = ReversalPress(stayID: 99, reason: "x")
    #expect(throws: Refusal.nothingToReverse) {
      try gates.store.reversePayment(unknown, at: gates.visit("demo-out-1", .account(5)))
    }
  }

  @Test("An attendant's cancel is a turn-back: void at an entry, open again at an exit")
  func cancelled() throws {
    try gates.store.read("苏E66666", at: "demo-in-2")
    try gates.store.cancel(CancelPress(arrivalID: nil), at: gates.visit("demo-in-2"))
    #expect(try gates.text("select outcome from parking.stay") == "void")
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let visit = try gates.visit("demo-out-1")
    try gates.store.cancel(CancelPress(arrivalID: nil, reason: "倒车"), at: visit)
    try gates.store.cancel(CancelPress(arrivalID: nil, reason: "倒车"), at: visit)
    #expect(try gates.store.dueStay(at: visit.booth, of: visit.park) == nil)
    #expect(try gates.count("select count(*) from parking.open_stay") == 1)
    #expect(try gates.count("select count(*) from parking.audit where action = 'cancel'") == 2)
  }
}
