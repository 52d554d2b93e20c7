import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("The operator's pages")
struct OfficeTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func ask(
    _ path: String, _ fields: [String: String] = [:], as login: String? = "demo-operator",
    at park: String = "DEMO001"
  ) throws -> Terminal.Reply {
    try terminal.office(path, fields, as: login, at: park)
  }

  static let urls = Routes.all.map(\.pattern).filter { $0.hasPrefix(Paths.office) }
    .map { String($0.dropFirst(Paths.office.count + 1)) }

  @Test("Nobody without a session, no attendant, and nobody for another's park", arguments: urls)
  func admission(url: String) throws {
    #expect(try ask(url, as: nil).status == 401)
    #expect(try ask(url, as: "rival").status == 401)
    #expect(try ask(url, as: "demo").status == 403)
    guard url != "parks" else { return }
    let foreign = try ask(url, at: "RIVAL01")
    #expect(foreign.code == ResultCode.unknownPark.rawValue)
    #expect(foreign.message == (try ask(url, at: "NOWHERE")).message)
  }

  @Test("A supervisor answers for the parks that are given")
  func supervisor() throws {
    try terminal.connection.run(
      script: "update parking.account set role = 'supervisor' where login = 'demo'")
    func parks(_ login: String) throws -> [String] {
      try ask("parks", as: login).data["parks"]?.items.compactMap { $0["park_sn"]?.string } ?? []
    }
    #expect(try parks("demo") == ["DEMO001"])
    #expect(try parks("demo-operator") == ["DEMO001", "DEMO002"])
    #expect(try ask("day", as: "demo").code == 0)
    #expect(try ask("day", as: "demo", at: "DEMO002").code == ResultCode.unknownPark.rawValue)
  }

  @Test("A day counts who came, who left, what was paid and how long they stayed")
  func day() throws {
    let stayID = try terminal.standingStay()
    try terminal.push("苏E55555", at: "demo-in-1")
    let press = "car_park_records_id=\(stayID)&manual=0&total_amount=700&coupon_amount=0"
    #expect(try terminal.ask("leave/permit-through", "_id=demo-out-1&\(press)").code == 0)
    let zone = "at time zone 'Asia/Shanghai'"
    let date: String = try terminal.connection.query(
      SQL(unsafeRaw: "select (now() \(zone))::date::text")
    ).one().decode(at: 0)
    let day = try ask("day", ["date": date]).data
    #expect(try ask("day").data["date"]?.string == date)
    #expect(day["inside_number"]?.number == "1" && day["exit_number"]?.number == "1")
    #expect(day["total_amount"]?.number == "700" && day["cash_amount"]?.number == "700")
    #expect(day["stays"]?.items.map { $0.number } == ["0", "0", "1", "0", "0", "0", "0"])
    #expect(day["income"]?.items.compactMap { $0.number.flatMap { Int($0) } }.reduce(0, +) == 700)
    #expect(day["income"]?.items.count == 24)
    let long = try ask("day", ["date": "2020-02-29"]).data
    #expect(long["exit_number"]?.number == "0" && long["occupancy"]?.items.count == 48)
    #expect(try ask("day", ["date": "2020-02-30"]).code == ResultCode.malformedParameter.rawValue)
  }

  @Test("A vehicle is registered, found, changed and taken back; the site file's is not")
  func vehicles() throws {
    func found(_ text: String) throws -> [JSON] {
      try ask("vehicles", ["search": text]).data["vehicles"]?.items ?? []
    }
    let fields = [
      "license": "苏e·77777", "car_fee_type": "1", "valid_from": "2020-01-01",
      "valid_until": "2035-01-31",
    ]
    #expect(try ask("vehicles/add", fields).code == 0)
    #expect(try ask("vehicles/add", fields.merging(["note": "张"]) { $1 }).code == 0)
    let line = try #require(try found("777").first)
    #expect(try found("777").count == 1 && line["license"]?.string == "苏E77777")
    #expect(line["valid_until"]?.string == "2035-01-31" && line["source"]?.string == "console")
    #expect(try found("张").count == 1 && found("苏e77777").count == 1)
    try terminal.push("苏E77777", at: "demo-in-1")
    let entry = try terminal.ask("records/enter", "_id=demo-in-1").data["enter_records"]?[0]
    #expect(entry?["car_fee_type"]?.number == "1")
    let id = try #require(line["vehicle_id"]?.string)
    #expect(
      try ask("vehicles/remove", ["vehicle_id": id], at: "DEMO002").code
        == ResultCode.unknownVehicle.rawValue)
    #expect(try ask("vehicles/remove", ["vehicle_id": id]).code == 0)
    #expect(try found("777").isEmpty)
    #expect(
      try ask("vehicles/remove", ["vehicle_id": id]).code == ResultCode.unknownVehicle.rawValue)
    let kept = try #require(try found("苏E10001").first?["vehicle_id"]?.string)
    #expect(
      try ask("vehicles/remove", ["vehicle_id": kept]).code == ResultCode.keptBySiteFile.rawValue)
    #expect(try found("苏E10001").count == 1)
    for (name, value, code) in [
      ("license", "hello", ResultCode.invalidPlate), ("car_fee_type", "0", .malformedParameter),
      ("valid_until", "2035-13-01", .malformedParameter), ("valid_from", "", .malformedParameter),
    ] {
      #expect(
        try ask("vehicles/add", fields.merging([name: value]) { $1 }).code == code.rawValue)
    }
  }

  @Test("A sheet is previewed, refused whole with its lines, and imported")
  func sheets() throws {
    func sheet(_ text: String, preview: Int) throws -> JSON {
      try ask("vehicles/import", ["sheet": text, "preview": String(preview)]).data
    }
    func count() throws -> Int64 {
      try terminal.connection.query("select count(*) from parking.vehicle where source = 'csv'")
        .one().decode(at: 0)
    }
    let bad = try sheet("plate,category\n苏E88001,free\nhello,gold\n", preview: 0)
    #expect(bad["problem_number"]?.number == "2" && bad["added"]?.number == "0")
    #expect(bad["problems"]?.items.map { $0["column"]?.string } == ["plate", "category"])
    #expect(bad["problems"]?[0]?["line"]?.number == "3")
    let good = "plate,category\n苏E88001,blacklisted\n苏E88002,free\n"
    #expect(try sheet(good, preview: 1)["added"]?.number == "2")
    #expect(try count() == 0)
    #expect(try sheet(good, preview: 0)["added"]?.number == "2")
    #expect(try count() == 2)
    #expect(try sheet(good, preview: 0)["unchanged"]?.number == "2")
  }

  @Test("A tariff is shown, tried, drawn and published as a new version")
  func tariffs() throws {
    func versions() throws -> [JSON] { try ask("tariffs").data["tariffs"]?.items ?? [] }
    let document = try #require(try versions().first?["document"]?.string)
    let times = [
      "enter_time": "2026-11-22 10:00", "leave_time": "2026-11-22T11:07", "coupon_time": "30",
    ]
    let quote = try ask("tariff/try", times.merging(["document": document]) { $1 }).data
    #expect(quote["total_amount"]?.number == "700" && quote["coupon_amount"]?.number == "200")
    #expect(quote["lines"]?.items.count == 2)
    let curve = try ask("tariff/curve", times.merging(["document": document]) { $1 }).data
    #expect(curve["fees"]?.items.count == 289 && curve["fees"]?[288]?.number == "4000")
    func publish(_ text: String, preview: Int = 0) throws -> Terminal.Reply {
      try ask("tariff/publish", ["document": text, "preview": String(preview)])
    }
    let dearer = document.replacing("500", with: "600")
    #expect(try publish(dearer, preview: 1).data["published"]?.number == "0")
    #expect(try publish(dearer).data["published"]?.number == "1")
    #expect(try publish(dearer).data["published"]?.number == "0")
    #expect(try versions().map { $0["version"]?.number } == ["2", "1"])
    let example = #"{"enter":"2026-11-22 10:00","leave":"2026-11-22 11:00","fee":1}"#
    let wrong = document.dropLast() + ",\"examples\":[\(example)]}"
    #expect(try publish(String(wrong)).data["objections"]?.items.count == 1)
    #expect(try publish("{}").code == ResultCode.badTariff.rawValue)
    let other = document.replacing("\"tariff\":\"demo\"", with: "\"tariff\":\"other\"")
    #expect(try publish(other).code == ResultCode.unknownTariff.rawValue)
    #expect(try versions().count == 2)
  }

  @Test("A reversal stands in the trail with the plate of its stay")
  func reversal() throws {
    let stay = "_id=demo-out-1&car_park_records_id=\(try terminal.standingStay())"
    let pay = "\(stay)&manual=0&total_amount=700&coupon_amount=0"
    #expect(try terminal.ask("leave/permit-through", pay).code == 0)
    let reversed = try terminal.ask("payment/reverse", "\(stay)&reason=x") { request in
      request.headers["cookie"] = "\(Paths.sessionCookie)=demo-supervisor-session"
    }
    #expect(reversed.data["amount"]?.number == "700")
    let line = try ask("audit").data["lines"]?[0]
    #expect(line?["action"]?.string == "reversal" && line?["license"]?.string == "苏E88888")
    #expect(line?["operator"]?.string == "主管")
  }

  @Test("The audit trail says who did what")
  func audit() throws {
    _ = try ask("vehicles/add", ["license": "苏E77777", "car_fee_type": "2"])
    try terminal.push("苏E55555", at: "demo-in-1")
    _ = try terminal.ask("enter/permit-through", "_id=demo-in-1&license=%E8%8B%8FE66666")
    let lines = try ask("audit").data["lines"]?.items ?? []
    #expect(lines.map { $0["action"]?.string } == ["enter", "vehicle_add"])
    #expect(lines[0]["license"]?.string == "苏E66666" && lines[1]["operator"]?.string == "运营员")
    let before = try #require(lines[0]["audit_id"]?.string)
    #expect(try ask("audit", ["before": before]).data["lines"]?.items.count == 1)
    #expect(try ask("audit", at: "DEMO002").data["lines"]?.items.isEmpty == true)
  }
}
