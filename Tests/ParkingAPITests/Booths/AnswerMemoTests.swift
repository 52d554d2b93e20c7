import Glibc
import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("A list that did not change is answered with the same bytes, one that did is not")
struct AnswerMemoTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func lines(_ path: String, _ query: String) throws -> [JSON] {
    let name = path == "records/enter" ? "enter_records" : "exit_records"
    return try terminal.ask(path, query).data[name]?.elements ?? []
  }

  @Test("A vehicle that comes is in the next answer")
  func arrival() throws {
    try terminal.push("苏E11111", at: "demo-in-1")
    let first = try terminal.ask("records/enter", "_id=demo-in-1").response.body
    #expect(try terminal.ask("records/enter", "_id=demo-in-1").response.body == first)
    try terminal.push("苏E22222", at: "demo-in-1")
    #expect(
      try lines("records/enter", "_id=demo-in-1").map { $0["license"]?.string }
        == ["苏E22222", "苏E11111"])
  }

  @Test("What only a column says is in the next answer too")
  func column() throws {
    try terminal.push("苏E11111", at: "demo-in-1", minutesAgo: 5)
    try terminal.push("苏E11111", at: "demo-out-1")
    #expect(try lines("records/exit", "_id=demo-out-1").first?["pay_status"]?.number == "2")
    try terminal.connection.execute("update parking.arrival set pay_status = 0")
    #expect(try lines("records/exit", "_id=demo-out-1").first?["pay_status"]?.number == "0")
  }

  /// Changes rows behind the back of what notes that lists change.
  private func change(secretly change: SQL) throws {
    try terminal.connection.execute("set session_replication_role = replica")
    try terminal.connection.execute(change)
    try terminal.connection.execute("reset session_replication_role")
  }

  @Test("A list is not read again while nothing happened at its booth")
  func version() throws {
    try terminal.push("苏E11111", at: "demo-in-1")
    let first = try terminal.ask("records/enter", "_id=demo-in-1").response.body
    try change(secretly: "update parking.arrival set license = '苏E22222'")
    #expect(try terminal.ask("records/enter", "_id=demo-in-1").response.body == first)
    #expect(
      try lines("records/enter", "_id=demo-in-1&count=3").first?["license"]?.string == "苏E22222")
    try terminal.push("苏E33333", at: "demo-in-2")
    #expect(try terminal.ask("records/enter", "_id=demo-in-1").response.body == first)
    try terminal.push("苏E33333", at: "demo-in-1")
    #expect(
      try lines("records/enter", "_id=demo-in-1").map { $0["license"]?.string }
        == ["苏E33333", "苏E22222"])
  }

  @Test("What ends by itself is read each time")
  func passing() throws {
    let stay = try terminal.standingStay()
    try terminal.connection.execute(
      """
      insert into parking.opening (park_sn, booth_id, arrival_id, cause, decided_at, expires_at)
      select park_sn, booth_id, arrival_id, 'press', now(), now() + interval '1 hour'
      from parking.arrival where booth_id = 'demo-out-1' and stay_id = \(Int64(stay))
      """)
    func barrier() throws -> String? {
      try lines("records/exit", "_id=demo-out-1").first?["barrier"]?.string
    }
    for _ in 0..<2 { #expect(try barrier() == "pending") }
    try change(secretly: "update parking.opening set expires_at = now()")
    for _ in 0..<2 { #expect(try barrier() == "expired") }
  }

  @Test("A vehicle waits until its time is over")
  func waiting() throws {
    try terminal.connection.execute("update parking.park set temporary_entry = 'wait'")
    try terminal.push("苏E11111", at: "demo-in-1")
    func flag() throws -> String? {
      try lines("records/enter", "_id=demo-in-1").first?["enter_flag"]?.number
    }
    for _ in 0..<2 { #expect(try flag() == "1") }
    try change(secretly: "update parking.arrival set waiting_until = now()")
    for _ in 0..<2 { #expect(try flag() == "0") }
  }

  @Test("Two booths, two counts and two filters do not get each other's answers")
  func keys() throws {
    for plate in ["苏E11111", "苏E10001"] { try terminal.push(plate, at: "demo-in-1") }
    try terminal.push("苏E33333", at: "demo-in-2")
    for _ in 0..<2 {
      #expect(try lines("records/enter", "_id=demo-in-1").count == 2)
      #expect(try lines("records/enter", "_id=demo-in-1&count=1").count == 1)
      #expect(try lines("records/enter", "_id=demo-in-1&car_fee_type=1").count == 1)
      #expect(try lines("records/enter", "_id=demo-in-2").count == 1)
    }
  }

  @Test("What is due changes with the coupon, and goes with the vehicle")
  func due() throws {
    try terminal.push("苏E11111", at: "demo-in-1", minutesAgo: 67)
    #expect(try terminal.ask("unfee", "_id=demo-out-1").data["has"]?.number == "0")
    try terminal.push("苏E11111", at: "demo-out-1")
    for _ in 0..<2 {
      let due = try terminal.ask("unfee", "_id=demo-out-1").data
      #expect(due["license"]?.string == "苏E11111")
      #expect(due["total_amount"]?.number == "700")
    }
    try terminal.connection.execute("update parking.open_stay set total_amount = 900")
    #expect(try terminal.ask("unfee", "_id=demo-out-1").data["total_amount"]?.number == "900")
    try terminal.push("苏E22222", at: "demo-out-1")
    #expect(
      try terminal.ask("unfee", "_id=demo-out-1").data["license"]?.string != "苏E11111")
  }

  private func standing() throws -> JSON { try terminal.ask("unfee", "_id=demo-out-1").data }

  @Test("What is due is not read again while nothing happened there, nor longer than it is fixed")
  func fixedFee() throws {
    try terminal.push("苏E11111", at: "demo-in-1", minutesAgo: 67)
    try terminal.push("苏E11111", at: "demo-out-1")
    #expect(try standing()["total_amount"]?.number == "700")
    try change(secretly: "update parking.open_stay set total_amount = 900")
    #expect(try standing()["total_amount"]?.number == "700")
    try terminal.connection.execute(
      "update parking.open_stay set settle_until = clock_timestamp() + interval '5 s'")
    #expect(try standing()["total_amount"]?.number == "900")
    usleep(5_050_000)
    #expect(try standing()["has"]?.number == "0")
  }

  @Test("A vehicle that drives from one exit to another is due there alone")
  func otherExit() throws {
    try terminal.push("苏E11111", at: "demo-in-1", minutesAgo: 67)
    try terminal.push("苏E11111", at: "demo-out-1")
    for _ in 0..<2 { #expect(try standing()["has"]?.number == "1") }
    try terminal.push("苏E11111", at: "demo-out-2")
    for _ in 0..<2 {
      #expect(try standing()["has"]?.number == "0")
      #expect(try terminal.ask("unfee", "_id=demo-out-2").data["license"]?.string == "苏E11111")
    }
  }

  @Test("Another time zone tells the same instants otherwise")
  func zone() throws {
    try terminal.push("苏E11111", at: "demo-in-1")
    func time() throws -> String? {
      try lines("records/enter", "_id=demo-in-1").first?["enter_time"]?.string
    }
    let before = try #require(try time())
    try terminal.connection.execute("update parking.park set time_zone = 'Europe/Berlin'")
    // A worker keeps a park's settings for a second.
    usleep(1_050_000)
    #expect(try #require(try time()) < before)
  }
}
