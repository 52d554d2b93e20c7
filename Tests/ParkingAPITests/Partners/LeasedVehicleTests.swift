import HTTP
import Parking
import PostgreSQL
import Signing
import Testing

@testable import ParkingAPI

@Suite("A leased vehicle at the gate")
struct LeasedVehicleTests {
  private let partner: PartnerClient
  private let zone: ParkTimeZone

  init() throws {
    partner = try PartnerClient()
    zone = try #require(ParkTimeZone(identifier: "Asia/Shanghai"))
  }

  /// An order for a window between two instants, given in minutes from now.
  private func lease(
    _ plate: String, park: String = "DEMO001", from start: Int64, to end: Int64
  ) throws {
    let now = Instant(seconds: partner.now)
    let from = zone.civil(of: now.advanced(bySeconds: start * 60))
    let to = zone.civil(of: now.advanced(bySeconds: end * 60))
    let dates = #"""
      [{"date":"\#(from.date)","start_time":"\#(from.time.leaseText)",
        "end_time":"\#(to.time.leaseText)"}]
      """#
    #expect(try partner.order(.order(park: park, plate: plate, dates: dates)).code == 0)
  }

  private func opens(_ plate: String, at boothID: String) throws -> Bool? {
    try partner.terminal.push(plate, at: boothID).data["open"]?.bool
  }

  @Test("pays for the time before and after its window as one session: 30 and 40 minutes, 700 fen")
  func oneSession() throws {
    try lease("苏E88888", from: -730, to: -40)
    try partner.terminal.push("苏E88888", at: "demo-in-1", minutesAgo: 760)
    #expect(try opens("苏E88888", at: "demo-out-1") == false)
    let due = try partner.terminal.ask("unfee", "_id=demo-out-1").data
    #expect(due["total_amount"]?.integer == 700)
    let quote: String = try partner.connection.query("select quote from parking.open_stay").one()
      .decode(at: 0)
    #expect(quote.contains("错峰租赁"))
  }

  @Test("leaves without paying when its window covers the stay")
  func free() throws {
    try lease("苏E88888", from: -200, to: 60)
    try partner.terminal.push("苏E88888", at: "demo-in-1", minutesAgo: 190)
    #expect(try opens("苏E88888", at: "demo-out-1") == true)
  }

  @Test("is let in within the hour before its window where others wait, and not earlier")
  func entry() throws {
    try lease("苏E20001", park: "DEMO002", from: 55, to: 300)
    try lease("苏E20002", park: "DEMO002", from: 70, to: 300)
    try lease("苏E20003", park: "DEMO001", from: 0, to: 300)
    #expect(try opens("苏E20001", at: "demo2-in-1") == true)
    #expect(try opens("苏E20002", at: "demo2-in-1") == false)
    #expect(try opens("苏E20003", at: "demo2-in-1") == false)
  }

  @Test("stays outside when it is blacklisted")
  func blacklisted() throws {
    try lease("苏E10003", from: -10, to: 300)
    #expect(try opens("苏E10003", at: "demo-in-1") == false)
  }

  @Test("is quoted by the windows that there are: one more, one taken back")
  func changes() throws {
    try lease("苏E88888", from: -100, to: 60)
    try lease("苏E88889", from: 30, to: 300)
    try partner.connection.execute(
      "update parking.lease_window set taken_back_at = now() where plate = '苏E88889'")
    try partner.terminal.push("苏E88889", at: "demo2-in-1", minutesAgo: 20)
    #expect(try opens("苏E88889", at: "demo2-in-1") == false)
    try partner.terminal.push("苏E88888", at: "demo-in-1", minutesAgo: 67)
    #expect(try opens("苏E88888", at: "demo-out-1") == true)
  }

  @Test("Nobody's window covers anybody")
  func unnamed() throws {
    try lease("", from: -100, to: 60)
    try partner.terminal.push("苏E88888", at: "demo-in-1", minutesAgo: 67)
    #expect(try opens("苏E88888", at: "demo-out-1") == false)
  }
}
