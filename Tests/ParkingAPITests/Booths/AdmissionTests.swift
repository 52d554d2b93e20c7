import HTTP
import ParkingStore
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("Before a rule is asked")
struct AdmissionTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  @Test("An unknown host, a stranger, another site, an unknown URL and method have their status")
  func statuses() throws {
    let cases: [(Int, (inout Request) -> Void)] = [
      (421, { $0.park = nil }), (421, { $0.park = "NOWHERE" }),
      (401, { $0.remoteAddress = "192.0.2.1" }),
      (401, { $0.headers["authorization"] = "Bearer wrong" }),
      (401, { $0.headers["cookie"] = "__Host-gatehouse=wrong" }),
      (403, { $0.headers["sec-fetch-site"] = "cross-site" }),
      (403, { $0.headers["sec-fetch-site"] = "same-site" }),
      (403, { $0.headers["origin"] = "https://evil.example" }),
      (403, { $0.headers["origin"] = "null" }), (404, { $0.path += "/more" }),
      (404, { $0.path = "/" }), (405, { $0.method = .other("DELETE") }),
      (200, { $0.headers["sec-fetch-site"] = "same-origin" }),
      (200, { $0.headers["origin"] = "http://localhost" }),
      (
        200,
        {
          $0.remoteAddress = "192.0.2.1"
          $0.headers["authorization"] = "Bearer terminal-1-token"
        }
      ),
      (
        200,
        {
          $0.remoteAddress = "192.0.2.1"
          $0.headers["authorization"] = "bearer terminal-1-token"
        }
      ),
      (
        200,
        {
          $0.remoteAddress = "192.0.2.1"
          $0.headers["cookie"] = "a=b; __Host-gatehouse=demo-session"
        }
      ),
    ]
    for (index, (status, change)) in cases.enumerated() {
      let reply = try terminal.ask("park-info-query", change: change)
      #expect(reply.status == status, "case \(index)")
      #expect(reply.code == (status == 200 ? 0 : status), "case \(index)")
      if status != 200 { #expect(reply.data.shape == "{}" && reply.message?.isEmpty == false) }
    }
  }

  @Test("HEAD presses nothing")
  func head() throws {
    let stayID = try terminal.standingStay()
    try terminal.push("苏E66666", at: "demo-in-1")
    _ = try terminal.ask("enter/permit-through", "_id=demo-in-2&license=苏E55555")
    let before = try terminal.changes()
    let presses = [
      ("enter/permit-through", "_id=demo-in-1&license=苏E77777"),
      ("fee/coupon", "_id=demo-out-1&car_park_records_id=\(stayID)&coupon_time=30"),
      ("leave/permit-through", "_id=demo-out-1&car_park_records_id=\(stayID)&manual=1"),
      ("leave/capture", "_id=demo-out-1&license=苏E77777"),
    ]
    for (path, query) in presses {
      let reply = try terminal.ask(path, query) { $0.method = .head }
      #expect(reply.status == 200)
    }
    for path in ["demo-in-2-camera", "demo-in-2-camera/poll"] {
      let request = Request(
        method: .head, path: "/device/v1/generic/\(path)", query: Array("plate=苏E77777".utf8))
      #expect(terminal.application.answer(request).status == 200)
    }
    #expect(try terminal.changes() == before)
  }

  @Test("A database that is away is 503 in the envelope, soon")
  func outage() throws {
    let store = ParkingStore(conninfo: "host=/nowhere dbname=none", pictures: "/nowhere")
    let application = try Application(store: store)
    for path in ["/park/v1/sentrybox/park-info-query", "/healthz", "/device/v1/generic/x/poll"] {
      let begin = ContinuousClock.now
      let reply = try Terminal.Reply(application.answer(Request(path: path, park: "DEMO001")))
      #expect(reply.status == 503 && reply.code == 503 && reply.data.shape == "{}")
      #expect(ContinuousClock.now - begin < .seconds(3))
    }
  }

  @Test("An error of ours is 500 without a word of detail")
  func failure() throws {
    try terminal.connection.run(script: "drop table parking.opening cascade")
    let reply = try terminal.ask("records/enter", "_id=demo-in-1")
    #expect(reply.status == 500 && reply.code == 500)
    #expect(reply.message == ResultCode.failed.message)
  }

  @Test("Another park's booth is answered as one that does not exist")
  func otherPark() throws {
    let theirs = try terminal.ask("records/enter", "_id=demo2-in-1")
    let nobodys = try terminal.ask("records/enter", "_id=nobody")
    #expect(theirs.response.body == nobodys.response.body)
  }
}
