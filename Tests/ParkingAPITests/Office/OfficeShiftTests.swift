import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("Shifts and pictures of all parks on the operator's pages")
struct OfficeShiftTests {
  let terminal: Terminal

  init() throws {
    terminal = try Terminal()
    try terminal.connection.run(
      script: """
        insert into parking.shift (park_sn, booth_id, account_id, began_at, ended_at)
          select 'DEMO001', 'demo-out-1', account_id, now() - n * interval '9 hours',
            now() - n * interval '9 hours' + interval '8 hours'
          from generate_series(1, 3) n, parking.account where login = 'demo';
        insert into parking.shift (park_sn, booth_id, account_id, began_at, ended_at)
          select 'DEMO002', 'demo2-out-1', account_id, now() - interval '4 hours', now()
          from parking.account where login = 'demo-operator';
        insert into parking.shift (park_sn, booth_id, account_id, began_at, ended_at)
          values ('DEMO001', 'demo-out-1', null, now() - interval '40 hours', now());
        insert into parking.handover (shift_id, account_id, expected_amount, counted_amount, note,
            handed_at)
          select shift_id, account_id, 1000, case row_number() over (order by began_at)
            when 1 then 1000 else 900 end, '少一元', ended_at
          from parking.shift where booth_id = 'demo-out-1' and account_id is not null
          order by began_at limit 2;
        """)
  }

  private func shifts(
    _ fields: [String: String] = [:], as login: String = "demo-operator", at park: String? = nil
  ) throws -> JSON {
    try terminal.office("shifts", fields, as: login, at: park).data
  }

  @Test("An operator's user sees the shifts of all parks, newest first, with their differences")
  func all() throws {
    let lines = try #require(try shifts()["shifts"]?.items)
    #expect(
      lines.map { $0["park_sn"]?.string } == [
        "DEMO002", "DEMO001", "DEMO001", "DEMO001", "DEMO001",
      ])
    #expect(lines[0]["park_name"]?.string == "示范二号停车场")
    #expect(lines[0]["sentry_box_name"]?.string == "出口" && lines[0]["operator"]?.string == "运营员")
    #expect(lines.map { $0["difference_amount"]?.number } == ["0", "0", "-100", "0", "0"])
    #expect(try shifts(at: "DEMO002")["shifts"]?.items.count == 1)
    #expect(try shifts(as: "demo-supervisor")["shifts"]?.items.count == 4)
  }

  @Test("What differs, and what nobody handed over, can be had alone")
  func differing() throws {
    let lines = try #require(try shifts(["differing": "1"])["shifts"]?.items)
    #expect(lines.map { $0["handed_over"]?.number } == ["0", "0", "1"])
  }

  @Test("Pages follow one another without a gap")
  func pages() throws {
    var seen: [String] = []
    var before = ""
    repeat {
      let page = try shifts(["count": "2", "before": before])
      seen += page["shifts"]?.items.compactMap { $0["shift_id"]?.string } ?? []
      before = page["next"]?.string ?? ""
    } while !before.isEmpty
    #expect(seen == (try shifts()["shifts"]?.items.compactMap { $0["shift_id"]?.string }))
    #expect(seen.count == 5)
  }

  @Test("A picture is shown at any host to who answers for its park, and that is noted")
  func pictures() throws {
    let digest = String(repeating: "ab", count: 32)
    try terminal.connection.run(
      script: """
        insert into parking.picture (park_sn, digest, media_type, size)
          values ('DEMO002', decode(repeat('ab', 32), 'hex'), 'image/jpeg', 1)
        """)
    func look(as login: String, at park: String = "DEMO002") throws -> Response {
      try terminal.officeResponse("picture", ["digest": digest], as: login, at: park)
    }
    let path = "/pictures/ab/\(digest).jpg"
    #expect(
      try look(as: "demo-operator").headers.first { $0.name == "X-Accel-Redirect" }?.value == path)
    for (login, park) in [
      ("demo-supervisor", "DEMO002"), ("rival", "DEMO002"), ("demo", "DEMO002"),
      ("demo-operator", "DEMO001"),
    ] {
      let refused = try look(as: login, at: park)
      #expect(!refused.headers.contains { $0.name == "X-Accel-Redirect" }, "\(login) at \(park)")
    }
    let lines = try terminal.office("audit", at: "DEMO002").data["lines"]?.items ?? []
    #expect(lines.map { $0["action"]?.string } == ["picture"])
    #expect(lines[0]["operator"]?.string == "运营员" && lines[0]["detail"]?.string == digest)
  }
}
