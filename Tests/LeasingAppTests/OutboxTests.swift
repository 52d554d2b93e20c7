import GatehouseTesting
import Outbox
import PostgreSQL
import Testing

@Suite("Outboxes")
struct OutboxTests {
  private let database: TestDatabase
  private let connection: Connection
  private let kind = "api/SynLeaseOrder"

  init() throws {
    database = try TestDatabase(.leasingApp)
    connection = try database.connect()
    try connection.run(
      script: """
        insert into leasing_app.partner (app_id, base_url) values ('cjj', 'https://cloud.example/');
        insert into leasing_app.partner_key (app_id, key_id, secret, slot)
          values ('cjj', 'k1', '8f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 1);
        """)
  }

  private func outbox(_ order: OutboxStream.Order, callSeconds: Int64 = 20) -> Outbox {
    Outbox(
      conninfo: database.conninfo(.appRelay), schema: "leasing_app", order: order,
      callSeconds: callSeconds)
  }

  private func put(_ number: Int, subject: String = "P1") throws {
    try connection.execute(
      """
      insert into leasing_app.outbox (app_id, kind, subject, body)
      values ('cjj', \(kind), \(subject), json_build_object('number', \(Int32(number))))
      """)
  }

  private func stream(_ subject: String = "P1") -> OutboxStream {
    OutboxStream(appID: "cjj", kind: kind, subject: subject)
  }

  @Test("Every one is taken in order, and none while another is on its way")
  func everyOne() throws {
    let (one, other) = (outbox(.everyOne), outbox(.everyOne))
    try put(1)
    try put(2)
    let first = try #require(try one.take(stream()))
    #expect(first.body.contains("1"))
    #expect(first.attempts == 1)
    #expect(first.partner.secret != nil)
    #expect(try other.dueStreams(limit: 10).isEmpty)
    #expect(try other.take(stream()) == nil)
    try one.settle(first, .delivered)
    #expect(try other.dueStreams(limit: 10) == [stream()])
    #expect(try other.take(stream())?.body.contains("2") == true)
  }

  @Test("Of states the newest is taken, and the others are superseded")
  func newestAlone() throws {
    let outbox = outbox(.newestAlone)
    for number in 1...3 { try put(number) }
    let entry = try #require(try outbox.take(stream()))
    #expect(entry.body.contains("3"))
    try put(4)
    #expect(try outbox.take(stream()) == nil)
    try outbox.settle(entry, .again(milliseconds: 60_000, reason: "no"))
    let newest = try #require(try outbox.take(stream()))
    #expect(newest.body.contains("4"))
    try outbox.settle(newest, .delivered)
    #expect(try outbox.dueStreams(limit: 10).isEmpty)
  }

  @Test("What a killed relay was sending is not sent again before it can no longer arrive")
  func killed() throws {
    try put(1)
    let killed = outbox(.everyOne, callSeconds: 1)
    _ = try #require(try killed.take(stream()))
    let other = outbox(.everyOne)
    #expect(try other.take(stream()) == nil)
    try connection.execute("update leasing_app.outbox set busy_until = now()")
    #expect(try other.take(stream())?.attempts == 2)
  }

  @Test("A stream whose turn has not come waits, and others go on")
  func waits() throws {
    let outbox = outbox(.everyOne)
    try put(1)
    try put(2, subject: "P2")
    let first = try #require(try outbox.take(stream()))
    try outbox.settle(first, .again(milliseconds: 60_000, reason: "HTTP 503"))
    #expect(try outbox.dueStreams(limit: 10) == [stream("P2")])
  }

  @Test("What was given up stays, lets the next one pass, and is sent again by hand")
  func givenUp() throws {
    let outbox = outbox(.everyOne)
    try put(1)
    try put(2)
    let first = try #require(try outbox.take(stream()))
    try outbox.settle(first, .gaveUp(reason: "refused"))
    let second = try #require(try outbox.take(stream()))
    try outbox.settle(second, .delivered)
    #expect(try outbox.take(stream()) == nil)
    try connection.execute("set search_path = leasing_app")
    let desk = OutboxDesk(connection)
    #expect(try desk.open().map(\.state) == [.gaveUp])
    #expect(try desk.sendAgain(nil) == 1)
    #expect(try outbox.take(stream())?.body.contains("1") == true)
  }

  @Test("Nothing is taken for a partner that is switched off")
  func disabled() throws {
    try put(1)
    try connection.execute("update leasing_app.partner set disabled_at = now()")
    #expect(try outbox(.everyOne).dueStreams(limit: 10).isEmpty)
  }

  @Test("Pauses double up to the longest, and vary by chance between half and whole")
  func pauses() {
    let rule = RetryRule()
    func pause(_ attempts: Int, _ chance: Double) -> Int64? {
      let settlement = rule.settlement(
        attempts: attempts, dueSeconds: 0, isRefusal: false, reason: "", chance: chance)
      guard case .again(let milliseconds, _) = settlement else { return nil }
      return milliseconds
    }
    #expect((1...5).map { pause($0, 0) } == [500, 1000, 2000, 4000, 8000])
    #expect(pause(1, 0.999) == 999)
    #expect(pause(30, 0) == 150_000)
    #expect(pause(.max, 0) == 150_000)
  }

  @Test("It gives up after its patience, and sooner on refusals")
  func givesUp() {
    let rule = RetryRule()
    func gaveUp(_ attempts: Int, _ due: Int64, _ isRefusal: Bool) -> Bool {
      rule.settlement(
        attempts: attempts, dueSeconds: due, isRefusal: isRefusal, reason: "no", chance: 0)
        == .gaveUp(reason: "no")
    }
    #expect(!gaveUp(1000, 86_399, false))
    #expect(gaveUp(1, 86_400, false))
    #expect(!gaveUp(5, 0, true))
    #expect(gaveUp(6, 0, true))
  }
}
