import Foundation
import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("A console's poll")
struct PollTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func poll(
    _ boothID: String = "demo-in-1", holding tag: String? = nil, session: String? = nil
  ) throws -> Response {
    var request = Request(
      path: "/park/v1/sentrybox/poll", query: Array("_id=\(boothID)".utf8), park: "DEMO001")
    request.headers["if-none-match"] = tag
    request.headers["cookie"] = session.map { "\(Paths.sessionCookie)=\($0)" }
    return terminal.application.answer(request)
  }

  @Test("carries what the four documented polls carry")
  func carriesAll() throws {
    let stayID = try terminal.standingStay()
    try terminal.push("苏E55555", at: "demo-in-1")
    let entry = try Terminal.Reply(try poll("demo-in-1")).data
    let exit = try Terminal.Reply(try poll("demo-out-1")).data
    #expect(entry["enter_records"]?[0]?["license"]?.string == "苏E55555")
    #expect(entry["exit_records"]?.items.isEmpty == true)
    #expect(entry["unfee"]?["has"]?.number == "0")
    #expect(exit["exit_records"]?[0]?["car_park_records_id"]?.string == stayID)
    #expect(exit["unfee"]?["_id"]?.string == stayID)
    #expect(exit["unfee"]?["total_amount"]?.number == "700")
    #expect(exit["unfee"]?["lines"]?.items.count == 2)
    #expect(exit["unfee"]?["lines"]?[0]?["amount"]?.number == "500")
    #expect(exit["park"]?["remain_car_port"]?.number == "48")
  }

  @Test("is kept by the browser alone, and is 304 without a body until something changes")
  func revalidates() throws {
    let first = try poll()
    let tag = try #require(first.header("ETag"))
    #expect(first.header("Cache-Control") == "private, no-cache")
    for held in [tag, "W/\(tag)", "\"other\", \(tag)"] {
      let again = try poll(holding: held)
      #expect(again.status == 304 && again.body.isEmpty, "\(held)")
      #expect(again.header("ETag") == tag && again.header("Content-Type") == nil)
    }
    #expect(try poll(holding: "\"other\"").status == 200)
    try terminal.push("苏E55555", at: "demo-in-1")
    let changed = try poll(holding: tag)
    #expect(changed.status == 200 && changed.header("ETag") != tag)
  }

  @Test("changes when a vehicle elsewhere changes how full the park is")
  func figures() throws {
    let tag = try #require(try poll().header("ETag"))
    try terminal.push("苏E55555", at: "demo-in-2")
    #expect(try poll(holding: tag).status == 200)
  }

  @Test("that is refused is kept nowhere")
  func refusal() throws {
    let reply = try poll("nobody")
    #expect(reply.header("ETag") == nil && reply.header("Cache-Control") == "no-store")
  }

  @Test("keeps a session from ending only when a person used the page")
  func idle() throws {
    func ask(_ extra: String) throws -> Int {
      try terminal.ask("poll", "_id=demo-in-1\(extra)") {
        $0.headers["cookie"] = "\(Paths.sessionCookie)=demo-session"
      }.status
    }
    func minutesIdle() throws -> Int64 {
      try terminal.connection.query(
        """
        select (extract(epoch from now() - active_at) / 60)::bigint from parking.session
        where token_digest = sha256('demo-session')
        """
      ).one().decode(at: 0)
    }
    try terminal.connection.run(
      script: "update parking.session set active_at = now() - interval '119 minutes'")
    #expect(try ask("") == 200 && ask("&active=0") == 200)
    #expect(try minutesIdle() == 119)
    #expect(try ask("&active=1") == 200)
    #expect(try minutesIdle() == 0)
    try terminal.connection.run(
      script: "update parking.session set active_at = now() - interval '121 minutes'")
    #expect(try ask("&active=1") == 401)
  }
}
