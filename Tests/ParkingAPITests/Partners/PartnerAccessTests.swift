import GatehouseTesting
import HTTP
import PostgreSQL
import Signing
import Testing

@testable import ParkingAPI

@Suite("What a partner may do")
struct PartnerAccessTests {
  private let partner: PartnerClient

  init() throws {
    partner = try PartnerClient()
  }

  private func list(_ key: SigningKey = PartnerClient.key) throws -> Terminal.Reply {
    try partner.send(PartnerClient.query("/api/leasePark", partner.signed([], key: key)))
  }

  @Test("Two keys sign during a rotation, and a retired one no longer")
  func rotation() throws {
    let second = SigningKey(
      appID: "cjj-test", keyID: "k2", secret: "0123456789abcdef0123456789abcdef")
    #expect(try list(second).data["reason"]?.string == "signature")
    try partner.connection.execute(
      """
      insert into parking.partner_key (app_id, key_id, secret, slot)
      values ('cjj-test', 'k2', \(second.secret), 2)
      """)
    #expect(try list(second).code == 0)
    #expect(try list().code == 0)
    let wrongName = SigningKey(appID: "cjj-test", keyID: "k2", secret: TestPartner.secret)
    let mixed = try partner.send(partner.json("/api/SynLeaseOrder", "{}", key: wrongName))
    #expect(mixed.data["reason"]?.string == "signature")
    try partner.connection.execute(
      "update parking.partner_key set retired_at = now() where key_id = 'k1'")
    try partner.forget()
    #expect(try list().data["reason"]?.string == "signature")
    #expect(try list(second).code == 0)
  }

  @Test("Only a partner in sandbox mode is told what we signed, and never the key")
  func sandbox() throws {
    let wrong = SigningKey(appID: "cjj-test", keyID: "k1", secret: "wrong-wrong-wrong-wrong")
    let told = try list(wrong)
    let text = try #require(told.data["string_to_sign"]?.string)
    #expect(text.hasPrefix("app_id=cjj-test&nonce=") && !text.contains(TestPartner.secret))
    let json = try partner.send(partner.json("/api/SynLeaseOrder", "{}", key: wrong))
    #expect(
      json.data["string_to_sign"]?.string?.hasPrefix("V1\nPOST\n/api/SynLeaseOrder\n") == true)
    try partner.connection.execute("update parking.partner set sandbox = false")
    try partner.forget()
    let silent = try list(wrong)
    #expect(silent.data == .object([JSON.Member("reason", .string("signature"))]))
    let unknown = try list(SigningKey(appID: "nobody", keyID: "k1", secret: TestPartner.secret))
    #expect(unknown.response.body == silent.response.body)
  }

  @Test("MD5 only where the partner's record allows it")
  func md5() throws {
    try partner.connection.execute("update parking.partner set allow_md5 = false")
    try partner.forget()
    let reply = try partner.send(
      PartnerClient.query("/api/leasePark", partner.signed([], method: .md5)))
    #expect(reply.data["reason"]?.string == "signature")
  }

  @Test("A disabled partner, or one at a foreign address, is refused as such")
  func disabled() throws {
    for change in ["disabled_at = now()", "disabled_at = null, networks = '{10.0.0.0/8}'"] {
      try partner.connection.execute(SQL(unsafeRaw: "update parking.partner set \(change)"))
      try partner.forget()
      let reply = try list()
      #expect(reply.status == 403 && reply.data["reason"]?.string == "disabled")
    }
    var near = PartnerClient.query("/api/leasePark", partner.signed([]))
    near.remoteAddress = "10.1.2.3"
    #expect(try partner.send(near).code == 0)
    try partner.connection.execute("update parking.partner set retired_at = now()")
    try partner.forget()
    near = PartnerClient.query("/api/leasePark", partner.signed([]))
    near.remoteAddress = "10.1.2.3"
    #expect(try partner.send(near).data["reason"]?.string == "signature")
  }

  @Test("Beyond its rate it is told so, and copies of a request use up none of it")
  func rate() throws {
    let slow = try PartnerClient(requestsPerMinute: 5)
    let copied = slow.listing(nonce: Nonce.random())
    #expect(try slow.send(copied).code == 0)
    for _ in 0..<10 { #expect(try slow.send(copied).data["reason"]?.string == "replay") }
    for _ in 0..<4 { #expect(try slow.offers().code == 0) }
    let refused = try slow.offers()
    #expect(refused.status == 429 && refused.data["reason"]?.string == "too_many")
    #expect(try slow.order(.order()).status == 429)
    #expect(try slow.windows().isEmpty)
    // A fifth of a minute frees one.
    try slow.connection.execute(
      "update parking.partner_rate set full_at = full_at - interval '12 s'")
    #expect(try slow.offers().code == 0)
    #expect(try slow.offers().status == 429)
  }

  @Test("A HEAD has no effect and takes no nonce")
  func head() throws {
    var request = PartnerClient.form("/api/SynLeaseOrder", partner.signed(.order()))
    request.method = .head
    #expect(try partner.send(request).code == 0)
    #expect(try partner.windows().isEmpty)
    request.method = .post
    #expect(try partner.send(request).code == 0)
  }
}

extension PartnerClient {
  /// Waits until a worker has forgotten what it knew of a partner.
  func forget() throws {
    try connection.execute("select pg_sleep(1.05)")
  }
}
