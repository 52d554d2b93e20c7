import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("An offer on the operator's pages")
struct OfferTests {
  let terminal: Terminal

  init() throws {
    terminal = try Terminal()
    try terminal.connection.run(
      script: """
        insert into parking.partner (app_id, partner_name, operator_id, base_url)
          values ('app', '车加家', 'demo', 'https://127.0.0.1:9'), ('other', '另一家', 'rival', '');
        insert into parking.partner_park (app_id, park_sn) values ('app', 'DEMO001');
        """)
  }

  private let terms = [
    "is_open": "1", "deadline": "2035-12-31", "start_time": "19:00", "end_time": "07:30",
    "is_sat": "1", "is_sun": "0", "is_holiday": "1", "price": "100", "start_price": "500",
    "holiday_price": "2000",
  ]

  private func pushes() throws -> [JSON] {
    try terminal.office("offer").data["pushes"]?.items ?? []
  }

  @Test("A park without an offer says so, and gets one")
  func first() throws {
    let none = try terminal.office("offer").data
    #expect(none["has"]?.number == "0" && none["pushes"]?.items.isEmpty == true)
    #expect(try terminal.office("offer/change", terms).data["changed"]?.number == "1")
    let offer = try terminal.office("offer").data
    #expect(offer["has"]?.number == "1" && offer["is_open"]?.number == "1")
    #expect(offer["start_time"]?.string == "19:00" && offer["end_time"]?.string == "07:30")
    #expect(offer["is_sun"]?.number == "0" && offer["is_holiday"]?.number == "1")
    #expect(offer["holiday_price"]?.number == "2000")
    #expect(try terminal.office("offer", at: "DEMO002").data["has"]?.number == "0")
  }

  @Test("A change is queued for the partner in the same transaction; none for no change")
  func pushed() throws {
    _ = try terminal.office("offer/change", terms)
    #expect(try terminal.office("offer/change", terms).data["changed"]?.number == "0")
    #expect(try pushes().count == 1)
    _ = try terminal.office("offer/change", terms.merging(["price": "120"]) { $1 })
    let lines = try pushes()
    #expect(lines.count == 2 && lines[0]["state"]?.string == "waiting")
    #expect(lines[0]["partner_name"]?.string == "车加家")
    let body = try JSON.parse(Array((lines[0]["body"]?.string ?? "").utf8))
    #expect(body["price"]?.number == "120" && body["end_time"]?.string == "07:30")
    let actions = try terminal.office("audit").data["lines"]?.items.map { $0["action"]?.string }
    #expect(actions == ["offer_change", "offer_change"])
  }

  @Test("What was given up is sent again, unless something newer followed")
  func again() throws {
    _ = try terminal.office("offer/change", terms)
    try terminal.connection.run(
      script: "update parking.outbox set gave_up_at = now(), attempts = 9, last_error = 'refused'")
    let line = try #require(try pushes().first)
    #expect(line["state"]?.string == "gave_up" && line["last_error"]?.string == "refused")
    #expect(try terminal.office("offer/push", at: "DEMO002").data["pushed"]?.number == "0")
    #expect(try terminal.office("offer/push").data["pushed"]?.number == "1")
    #expect(try pushes().first?["state"]?.string == "waiting")
    #expect(try pushes().first?["attempts"]?.number == "0")
    try terminal.connection.run(script: "update parking.outbox set gave_up_at = now()")
    _ = try terminal.office("offer/change", terms.merging(["is_open": "0"]) { $1 })
    #expect(try terminal.office("offer/push").data["pushed"]?.number == "0")
  }

  @Test(
    "Terms that are none change nothing",
    arguments: [
      ("deadline", "2035-02-30"), ("start_time", "24:00"), ("end_time", "7:30"), ("is_sat", "2"),
      ("price", "-1"), ("price", "1.5"), ("start_price", "1000000001"), ("holiday_price", ""),
      ("is_open", ""), ("deadline", ""),
    ])
  func bad(name: String, value: String) throws {
    let reply = try terminal.office("offer/change", terms.merging([name: value]) { $1 })
    let expected: ResultCode = value.isEmpty ? .missingParameter : .malformedParameter
    #expect(reply.code == expected.rawValue && reply.message?.contains(name) == true)
    #expect(try terminal.office("offer").data["has"]?.number == "0")
  }
}
