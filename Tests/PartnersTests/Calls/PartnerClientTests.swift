import Foundation
import HTTP
import Partners
import Signing
import Testing

@Suite("Calling partners")
struct PartnerClientTests {
  private static let host = "chejiajia.localhost"
  private static let certificates = Result { try Certificates(hosts: [host]) }
  private static let key = SigningKey(
    appID: "cjj-test", keyID: "k1", secret: "8f3c1e0a5b7d49c2a6e1d0f4b3c2a190")
  private static let call = Call(
    "lease/park",
    [
      (name: "park_name", value: .text("示范 & 停车场")), (name: "price", value: .number(100)),
      (name: "dates", value: .json(Array(#"[{"date":"2018-01-02"}]"#.utf8))),
    ])

  private func send(
    to server: TestServer, at base: String? = nil, format: Call.Format = .form,
    allowsPrivate: Bool = true, trusting: Bool = true, total: Duration = .seconds(3600)
  ) async throws -> CallAnswer {
    var limits = PartnerClient.Limits()
    limits.total = total
    limits.answer = 1 << 16
    let certificates = try Self.certificates.get()
    let client = try PartnerClient(
      trusting: trusting ? certificates.certificate : nil, limits: limits)
    let url = try #require(PartnerURL(base ?? "https://\(Self.host):\(server.port)/api/v2/"))
    return try await client.send(
      Self.call,
      to: PartnerClient.Target(
        url: url, allowsPrivateAddress: allowsPrivate, format: format, key: Self.key),
      timestamp: 1_700_000_000)
  }

  private func server(
    _ reply: TestServer.Reply = .done, address: String = "127.0.0.1"
  ) async throws -> TestServer {
    try await TestServer(try Self.certificates.get(), address: address, replying: reply)
  }

  @Test("A form is signed in its parameters, and sent to the host by its name")
  func form() async throws {
    let server = try await server()
    _ = try await send(to: server)
    let received = try #require(server.received.first)
    #expect(received.path == "/api/v2/lease/park")
    #expect(received.headers["host"] == "\(Self.host):\(server.port)")
    #expect(server.serverNames == [Self.host])
    let request = Request(
      method: .post, contentType: received.headers["content-type"], body: received.body)
    let parameters = try Parameters(request)
    let pairs = parameters.names.map { (name: $0, value: parameters.text($0) ?? "") }
    #expect(parameters.text("park_name") == "示范 & 停车场")
    #expect(parameters.text("dates") == #"[{"date":"2018-01-02"}]"#)
    #expect(
      ParameterSignature.matches(
        parameters.text("sign") ?? "", parameters: pairs, secret: Self.key.secret,
        method: .hmacSHA256))
  }

  @Test("JSON is signed in headers, over the path that the server sees")
  func json() async throws {
    let server = try await server()
    _ = try await send(to: server, format: .json)
    let received = try #require(server.received.first)
    let body = try JSON.parse(received.body)
    #expect(body["price"] == .number("100"))
    #expect(body["dates"]?.elements?.count == 1)
    let subject = HeaderSignature.Subject(
      method: "POST", path: received.path, appID: received.headers["x-app-id"] ?? "",
      keyID: received.headers["x-key-id"] ?? "", timestamp: received.headers["x-timestamp"] ?? "",
      nonce: received.headers["x-nonce"] ?? "", body: received.body)
    #expect(
      HeaderSignature.matches(
        header: received.headers["x-signature"] ?? "", subject: subject,
        secrets: [Self.key.secret]))
  }

  @Test("A certificate that is not trusted is no connection, and nothing is sent")
  func untrusted() async throws {
    let server = try await server()
    await #expect(throws: CallError.self) { try await send(to: server, trusting: false) }
    #expect(server.received.isEmpty)
  }

  @Test("A trusted certificate of another host is no connection, and nothing is sent")
  func otherHost() async throws {
    let server = try await server()
    for host in ["localhost", "evil.localhost", "127.0.0.1"] {
      await #expect(throws: CallError.self, "\(host)") {
        try await send(to: server, at: "https://\(host):\(server.port)/")
      }
    }
    #expect(server.received.isEmpty)
  }

  @Test("A private address is refused before anything is connected")
  func privateAddress() async throws {
    let server = try await server()
    for host in [Self.host, "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]"] {
      do {
        _ = try await send(
          to: server, at: "https://\(host):\(server.port)/", allowsPrivate: false)
        Issue.record("\(host) was called")
      } catch CallError.forbiddenAddress {}
    }
    #expect(server.connectionCount == 0)
  }

  @Test("A second address is tried when the first takes no connection")
  func secondAddress() async throws {
    let server = try await server(address: "::1")
    _ = try await send(to: server)
    #expect(server.received.count == 1)
  }

  @Test("A redirect is not followed", arguments: [301, 302, 303, 307, 308])
  func redirect(status: Int) async throws {
    let target = try await server()
    let location = "https://\(Self.host):\(target.port)/lease/park"
    let server = try await server(
      .answer(status: status, headers: [("Location", location)], body: ""))
    await #expect(throws: CallError.status(status)) { try await send(to: server) }
    #expect(target.connectionCount == 0)
  }

  @Test("A server that is silent, or stops in the middle, is waited for no longer than the limit")
  func slow() async throws {
    for reply in [TestServer.Reply.silence, .stall] {
      let server = try await server(reply)
      // How long it took says nothing where other tests hold the threads that would go on here.
      await #expect(throws: CallError.timeout) {
        try await send(to: server, total: .milliseconds(400))
      }
    }
  }

  @Test("An answer that is too large is not taken in")
  func large() async throws {
    let server = try await server(.flood(bytes: 1 << 20))
    await #expect(throws: CallError.tooLarge(limit: 1 << 16)) { try await send(to: server) }
  }

  @Test("Nobody there is no connection")
  func nobody() async throws {
    let server = try await server()
    await #expect(throws: CallError.self) {
      try await send(to: server, at: "https://\(Self.host):1/")
    }
    await #expect(throws: CallError.self) {
      try await send(to: server, at: "https://no-such-host.invalid/")
    }
  }

  @Test("Only an envelope with code 0 counts as taken")
  func answers() async throws {
    let cases: [(TestServer.Reply, CallError)] = [
      (.answer(status: 500, body: "oops"), .status(500)),
      (
        .answer(status: 200, body: #"{"code":1001,"data":{},"message":"缺少参数"}"#),
        .refused(code: 1001, message: "缺少参数")
      ),
      (.answer(status: 200, body: #"{"data":{}}"#), .unreadable("it has no code")),
      (.answer(status: 204, body: ""), .status(204)),
    ]
    for (reply, expected) in cases {
      let server = try await server(reply)
      await #expect(throws: expected) { try await send(to: server) }
    }
    let server = try await server(.answer(status: 200, body: "<html></html>"))
    await #expect(throws: CallError.self) { try await send(to: server) }
  }
}
