import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("Correcting a plate at an entry")
struct CorrectionTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func ask(_ path: String, _ query: String) throws -> Terminal.Reply {
    try terminal.ask(path, "_id=demo2-in-1\(query)") { $0.park = "DEMO002" }
  }

  private var waiting: JSON? {
    get throws { try ask("records/enter", "").data["enter_records"]?[0] }
  }

  private func correct(_ plate: String) throws -> Terminal.Reply {
    let arrival = try #require(try waiting?["capture_id"]?.string)
    return try ask("enter/correct", "&capture_id=\(arrival)&license=\(plate)")
  }

  private func history() throws -> [String] {
    try terminal.connection.query(
      "select detail from parking.audit where action = 'correct' order by audit_id"
    ).map { try $0.decode(at: 0) }
  }

  @Test("The vehicle goes on waiting under the right plate, and the old one is kept")
  func corrects() throws {
    try terminal.push("苏E55555", at: "demo2-in-1")
    #expect(try correct("苏E55556").code == 0)
    #expect(try waiting?["license"]?.string == "苏E55556")
    #expect(try waiting?["enter_flag"]?.number == "1")
    #expect(try correct("苏E55556").code == 0)
    #expect(try history() == ["苏E55555 → 苏E55556"])
    let raw: String = try terminal.connection.query("select plate_raw from parking.capture").one()
      .decode(at: 0)
    #expect(raw == "苏E55555")
    #expect(try ask("enter/permit-through", "&license=苏E55556").code == 0)
    #expect(try waiting?["enter_flag"]?.number == "0")
  }

  @Test("The right plate's category holds, and a blacklisted one waits no longer")
  func categories() throws {
    try terminal.push("苏E55555", at: "demo2-in-1")
    #expect(try correct("苏E10001").code == 0)
    #expect(try waiting?["car_fee_type"]?.number == "1")
    let arrival = try #require(try waiting?["capture_id"]?.string)
    for _ in 1...2 { #expect(try correct("苏E10003").code == 0) }
    #expect(try waiting?["car_fee_type"]?.number == "3")
    #expect(try waiting?["enter_flag"]?.number == "0")
    let press = "&license=苏E10003&capture_id=\(arrival)"
    #expect(try ask("enter/permit-through", press).code == ResultCode.notWaiting.rawValue)
  }

  @Test("A plateless vehicle gets its plate and is registered")
  func plateless() throws {
    try terminal.push("", at: "demo2-in-1")
    #expect(try waiting?["need_register"]?.number == "1")
    #expect(try correct("苏E55557").code == 0)
    #expect(try waiting?["need_register"]?.number == "0")
    #expect(try history() == [" → 苏E55557"])
  }

  @Test("No plate, another booth's vehicle or one that is gone: nothing changes")
  func refusals() throws {
    try terminal.push("苏E55555", at: "demo2-in-1")
    #expect(try correct("hello").code == ResultCode.invalidPlate.rawValue)
    for arrival in ["999", "x"] {
      let reply = try ask("enter/correct", "&license=苏E55556&capture_id=\(arrival)")
      #expect(reply.code == ResultCode.notWaiting.rawValue)
    }
    let arrival = try #require(try waiting?["capture_id"]?.string)
    let elsewhere = try terminal.ask(
      "enter/correct", "_id=demo-in-1&license=苏E55556&capture_id=\(arrival)")
    #expect(elsewhere.code == ResultCode.notWaiting.rawValue)
    #expect(try ask("enter/permit-through", "&license=苏E55555").code == 0)
    #expect(try correct("苏E55556").code == ResultCode.notWaiting.rawValue)
    #expect(try history().isEmpty)
  }
}
