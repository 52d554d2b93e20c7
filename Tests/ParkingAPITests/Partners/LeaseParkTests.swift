import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("leasePark")
struct LeaseParkTests {
  private let partner: PartnerClient

  init() throws {
    partner = try PartnerClient()
  }

  private func parks(_ reply: Terminal.Reply) -> [String] {
    (reply.data.elements ?? []).compactMap { $0["park_sn"]?.string }
  }

  @Test("gives each offer in the document's own types")
  func shape() throws {
    try partner.connection.execute(
      "update parking.park set longitude = '120.5853', latitude = '31.2989'")
    let reply = try partner.offers()
    #expect(reply.code == 0 && reply.message == "")
    let first = try #require(reply.data.elements?.first)
    let expected = try JSON.parse(
      Array(
        """
        {"park_sn":"DEMO001","park_name":"示范停车场","deadline":"2035-12-31","start_time":"19:00",
        "end_time":"07:30","is_sat":1,"is_sun":1,"is_holiday":1,"price":100,"start_price":500,
        "holiday_price":2000,"longitude":"120.5853","latitude":"31.2989"}
        """.utf8))
    #expect(first == expected)
    #expect(parks(reply) == ["DEMO001", "DEMO002"])
  }

  @Test("gives only open offers of the partner's parks that are not past their deadline")
  func choice() throws {
    #expect(parks(try partner.offers()) == ["DEMO001", "DEMO002"])
    for change in [
      "lease_offer set is_open = false", "lease_offer set deadline = current_date - 2",
      "park set retired_at = now()",
    ] {
      try partner.connection.run(
        script: SQL(unsafeRaw: "begin; update parking.\(change) where park_sn = 'DEMO001'; commit"))
      #expect(parks(try partner.offers()) == ["DEMO002"], "\(change)")
      try partner.connection.run(
        script: """
          begin; update parking.lease_offer set is_open = true, deadline = '2035-12-31';
          update parking.park set retired_at = null; commit
          """)
    }
    // The last day is the park's own.
    try partner.connection.execute(
      """
      update parking.lease_offer o set deadline = (now() at time zone p.time_zone)::date
      from parking.park p where p.park_sn = o.park_sn
      """)
    #expect(parks(try partner.offers()) == ["DEMO001", "DEMO002"])
    try partner.connection.execute("delete from parking.partner_park")
    #expect(try partner.offers().data == .array([]))
  }

  @Test("pages in the order of park_sn by bytes")
  func pages() throws {
    try partner.connection.run(
      script: """
        begin;
        insert into parking.park (park_sn, operator_id, park_name, places)
          select 'L-' || n, 'demo', '车场' || n, 10 from generate_series(1, 1500) n;
        insert into parking.lease_offer (park_sn, deadline, start_time, end_time, price,
            start_price, holiday_price)
          select 'L-' || n, '2035-12-31', '19:00', '07:30', 100, 500, 2000
          from generate_series(1, 1500) n;
        insert into parking.partner_park select 'cjj-test', 'L-' || n
          from generate_series(1, 1500) n;
        commit
        """)
    let first = parks(try partner.offers())
    let second = parks(try partner.offers([(name: "page", value: "2")]))
    #expect(first.count == 1000 && second.count == 502)
    let all = first + second
    #expect(all == all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(all).count == 1502)
    let some = parks(
      try partner.offers([(name: "page", value: "3"), (name: "limit", value: "7")]))
    #expect(some == Array(all[14..<21]))
    #expect(try partner.offers([(name: "page", value: "999999")]).data == .array([]))
  }

  @Test(
    "refuses other pages and limits",
    arguments: [
      ("page", "0"), ("page", "-1"), ("page", "1000001"), ("page", "１"), ("page", "1.0"),
      ("limit", "0"), ("limit", "1001"), ("limit", "9223372036854775808"), ("limit", "NaN"),
    ])
  func bounds(name: String, value: String) throws {
    #expect(try partner.offers([(name: name, value: value)]).code == 1002)
  }
}
