import GatehouseTesting
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("A stay in the database")
struct StayTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  @Test("goes from a camera's push to the money in the shift")
  func whole() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    #expect(try !gates.store.read("苏E88888", at: "demo-out-1").opens)
    let visit = try gates.visit("demo-out-1")
    let due = try #require(try gates.store.dueStay(at: visit.booth, of: visit.park))
    #expect(due.fee.total == Money(fen: 700) && due.license == "苏E88888")
    let press = CouponPress(stayID: due.stayID, minutes: 30)
    #expect(try gates.store.applyCoupon(press, at: visit) == Money(fen: 200))
    #expect(
      throws: Refusal.amountDiffers(total: Money(fen: 700), coupon: Money(fen: 200))
    ) { try gates.store.pay(due.stayID, 700, at: visit) }
    try gates.store.pay(due.stayID, 700, coupon: 200, at: visit)
    #expect(try gates.store.dueStay(at: visit.booth, of: visit.park) == nil)
    #expect(
      try gates.text(
        """
        select concat_ws(' ', s.outcome, s.pay_status, s.total_amount, s.coupon_amount,
          s.paid_amount, p.amount, p.pay_method, p.shift_id = s.shift_id, a.state)
        from parking.stay s join parking.payment p using (stay_id)
          join parking.arrival a using (stay_id)
        where a.booth_id = 'demo-out-1'
        """) == "left 1 700 200 500 500 cash t left")
    #expect(try gates.store.figures(of: visit.park) == ParkFigures(inside: 0, temporaryInside: 0))
    let shift = try gates.store.shiftFigures(at: visit)
    #expect(shift.total == Money(fen: 500) && shift.coupons == 1 && shift.manual == 0)
    #expect(shift.operatorName == "东门出口")
  }

  @Test("is released by hand with its reason, onto the review list")
  func manual() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let visit = try gates.visit("demo-out-1", .account(1))
    let stayID = try gates.stayID("苏E88888")
    let press = ExitPress(stayID: stayID, release: .manual(reason: "道闸故障"))
    try gates.store.permitExit(press, at: visit)
    #expect(
      try gates.text(
        """
        select concat_ws(' ', s.is_manual, s.reason, s.pay_status, r.reason, a.account_id, a.detail)
        from parking.stay s join parking.review_item r using (stay_id)
          join parking.audit a using (stay_id)
        """) == "t 道闸故障 0 manual_release 1 manual 道闸故障")
    #expect(try gates.store.shiftFigures(at: visit).manual == 1)
    #expect(try gates.count("select count(*) from parking.payment") == 0)
  }

  @Test("without a known fee keeps the reason, and an attendant decides")
  func unknownFee() throws {
    try gates.connection.run(script: "update parking.park set tariff_id = null")
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let visit = try gates.visit("demo-out-1")
    let due = try #require(try gates.store.dueStay(at: visit.booth, of: visit.park))
    #expect(due.fee == .noTariff)
    let press = ExitPress(stayID: due.stayID, release: .manual(reason: ""))
    try gates.store.permitExit(press, at: visit)
    #expect(try gates.text("select quote_error from parking.stay") == "车场没有收费标准")
  }

  @Test("of a vehicle with a right costs nothing and opens by itself", arguments: [1, 2])
  func rights(number: Int) throws {
    let plate = "苏E1000\(number)"
    try gates.store.read(plate, at: "demo-in-1", minutesAgo: 600)
    #expect(try gates.store.read(plate, at: "demo-out-1").opens)
    #expect(
      try gates.text("select concat_ws(' ', category, pay_status) from parking.stay")
        == "\(number) 2")
    #expect(try gates.store.shiftFigures(at: gates.visit("demo-out-1")).free == 1)
  }

  @Test("is one for each park: the same plate may be in another")
  func twoParks() throws {
    try gates.store.read("苏E88888", at: "demo-in-1")
    try gates.store.letIn("苏E88888", at: gates.visit("demo2-in-1"))
    #expect(try gates.count("select count(*) from parking.open_stay") == 2)
    #expect(try gates.count("select count(*) from parking.stay") == 0)
  }

  @Test("of another park is unknown, as one that does not exist")
  func otherPark() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let stayID = try gates.stayID("苏E88888")
    let visit = try gates.visit("demo2-out-1")
    #expect(throws: Refusal.unknownStay) { try gates.store.pay(stayID, 700, at: visit) }
    #expect(throws: Refusal.unknownStay) {
      try gates.store.applyCoupon(CouponPress(stayID: stayID, minutes: 30), at: visit)
    }
  }

  @Test("that is gone stops a transaction that counted on it, and nothing is committed")
  func lostUpdate() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    let gone = OpenStay(
      stayID: 999, plate: "苏E66666", license: "苏E66666", kind: .civil, category: .temporary,
      enterTime: nil, enterBoothID: nil, enterArrivalID: nil, enterPicture: nil,
      tariffVersionID: nil)
    let visit = try gates.visit("demo-in-1")
    let gate = Gate(
      parkSN: "DEMO001", boothID: "demo-in-1", timeZone: "Asia/Shanghai",
      now: Instant(seconds: 1_795_320_000), caller: .network, repliesToCamera: false)
    let review = Action.review(.clock, stayID: nil, arrivalID: nil, detail: "")
    let error = #expect(throws: DatabaseError.self) {
      try gates.store.database.withConnection { connection in
        try connection.transaction {
          _ = try LockedGate.lock(visit.booth, of: visit.park, subject: .plate(nil), connection)
          try gates.store.carryOut([review, .updateStay(gone)], gate, connection)
        }
      }
    }
    #expect(error?.sqlState == "GH001")
    #expect(try gates.count("select count(*) from parking.review_item") == 0)
  }

  @Test("pressed for again is the same press, and opens once more later")
  func again() throws {
    let visit = try gates.visit("demo2-in-1")
    try gates.store.letIn("苏E88888", at: visit)
    try gates.store.letIn("苏E88888", at: visit)
    #expect(try gates.count("select count(*) from parking.opening") == 1)
    for _ in 1...4 {
      try gates.connection.run(
        script: "update parking.arrival set pressed_at = pressed_at - interval '4 s'")
      try gates.store.letIn("苏E88888", at: visit)
    }
    #expect(try gates.count("select count(*) from parking.opening where cause = 'repeat'") == 4)
    #expect(
      try gates.count("select count(*) from parking.review_item where reason = 'opened_again'") == 1
    )
    #expect(try gates.count("select count(*) from parking.open_stay") == 1)
  }

  @Test("closed elsewhere says so, wherever the press comes from")
  func closedElsewhere() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let stayID = try gates.stayID("苏E88888")
    try gates.store.pay(stayID, 700, at: gates.visit("demo-out-1"))
    let elsewhere = try gates.visit("demo-out-2")
    #expect(throws: Refusal.alreadyReleased) { try gates.store.pay(stayID, 700, at: elsewhere) }
  }

  @Test("turned back at the entry is void")
  func turnedBack() throws {
    try gates.store.read("苏E88888", at: "demo-in-1")
    try gates.store.read("苏E88888", at: "demo-in-1", turnedBack: true)
    #expect(try gates.text("select outcome from parking.stay") == "void")
    #expect(try gates.text("select state from parking.arrival") == "turned_back")
  }
}
