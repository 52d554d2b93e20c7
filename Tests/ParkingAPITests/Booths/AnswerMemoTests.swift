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
