import Foundation
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("Who is let in")
struct AccessTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  private func caller(
    session: String? = nil, bearer: String? = nil, from address: String = "192.0.2.1",
    at parkSN: String = "DEMO001"
  ) throws -> Caller? {
    try gates.store.caller(
      Credentials(address: address, session: session, bearer: bearer), at: gates.park(parkSN))
  }

  @Test("A signed-in person at the parks where that person works")
  func session() throws {
    #expect(try caller(session: "demo-session")?.accountID != nil)
    #expect(try caller(session: "demo-session", at: "DEMO002") == nil)
    #expect(try caller(session: "demo-operator-session", at: "DEMO002") != nil)
    #expect(try caller(session: "rival-session") == nil)
    #expect(try caller(session: "demo-sessioN") == nil)
  }

  /// What ends a session.
  static let ends: [SQL] = [
    "update parking.session set expires_at = now()", "update parking.session set ended_at = now()",
    "update parking.account set retired_at = now()", "delete from parking.account_park",
  ]

  @Test("Not after the session or the person has ended", arguments: ends)
  func ended(change: SQL) throws {
    try gates.connection.run(script: change)
    #expect(try caller(session: "demo-session") == nil)
  }

  @Test("A terminal with its token at its park, until it is retired")
  func terminal() throws {
    #expect(try caller(bearer: "terminal-1-token") == .terminal("terminal-1"))
    #expect(try caller(bearer: "terminal-1-token", at: "DEMO002") == nil)
    #expect(try caller(bearer: "terminal-2-token") == nil)
    try gates.connection.run(script: "update parking.terminal set retired_at = now()")
    #expect(try caller(bearer: "terminal-1-token") == nil)
  }

  /// Addresses, and whether DEMO001 trusts them.
  static let addresses = [
    ("127.0.0.1", true), ("127.255.0.9", true), ("128.0.0.1", false), ("::1", true),
    ("::ffff:127.0.0.1", true), ("::2", false), ("", false), ("localhost", false),
  ]

  @Test("An address in a trusted network of the park")
  func network() throws {
    for (address, isTrusted) in Self.addresses {
      #expect(try caller(from: address) == (isTrusted ? .network : nil), "\(address)")
    }
  }

  @Test("A bad credential is not made good by the network")
  func badCredential() throws {
    #expect(try caller(session: "wrong", from: "127.0.0.1") == nil)
    #expect(try caller(bearer: "wrong", from: "127.0.0.1") == nil)
  }

  @Test("A new network is trusted at once, and one that is gone within a second")
  func networksChange() throws {
    #expect(try caller(from: "10.1.2.3") == nil)
    try gates.connection.run(
      script: "insert into parking.trusted_network values ('DEMO001', '10.1.0.0/16')")
    #expect(try caller(from: "10.1.2.3") == .network)
    try gates.connection.run(script: "delete from parking.trusted_network")
    Thread.sleep(forTimeInterval: 1.05)
    #expect(try caller(from: "10.1.2.3") == nil)
  }

  @Test("A token is known by the digest that is kept of it")
  func digests() throws {
    let digest = "demo-session".sha256
    #expect([UInt8](hex: digest.hex) == digest)
    #expect(
      try gates.count("select count(*) from parking.session where token_digest = \(digest)") == 1)
  }
}
