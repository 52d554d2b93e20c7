import Signing
import Synchronization
import Testing

@testable import Partners

@Suite("The address that was checked")
struct CheckedAddressTests {
  /// A name that no name server knows (RFC 6761), so that nothing but the test's answer leads anywhere.
  private static let host = "partner.invalid"
  private static let certificates = Result { try Certificates(hosts: [host]) }

  /// What a name leads to, by turns; the last for ever.
  private final class Names: Sendable {
    private let answers: Mutex<[[String]]>
    private let asked = Mutex<[String]>([])

    init(_ answers: [String]...) { self.answers = Mutex(answers) }

    var names: [String] { asked.withLock { $0 } }

    func addresses(of host: String) throws -> [NetworkAddress] {
      asked.withLock { $0.append(host) }
      let texts = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
      return texts.compactMap(NetworkAddress.init)
    }
  }

  private func call(
    _ server: TestServer, _ names: Names, allowsPrivate: Bool
  ) async throws -> CallAnswer {
    var limits = PartnerClient.Limits()
    limits.total = .seconds(3600)
    var client = try PartnerClient(
      trusting: try Self.certificates.get().certificate, limits: limits)
    client.addresses = { try names.addresses(of: $0) }
    let url = try #require(PartnerURL("https://\(Self.host):\(server.port)/"))
    let key = SigningKey(appID: "cjj-test", keyID: "k1", secret: "8f3c1e0a5b7d49c2a6e1d0f4b3c2a190")
    return try await client.send(
      Call("lease/park", [(name: "price", value: .number(100))]),
      to: PartnerClient.Target(
        url: url, allowsPrivateAddress: allowsPrivate, format: .form, key: key),
      timestamp: 1_700_000_000)
  }

  @Test("is the one that is connected to: the name is asked for once, and stays in TLS")
  func once() async throws {
    let server = try await TestServer(try Self.certificates.get())
    let names = Names(["127.0.0.1"], ["192.0.2.1"])
    _ = try await call(server, names, allowsPrivate: true)
    #expect(names.names == [Self.host])
    #expect(server.received.count == 1 && server.serverNames == [Self.host])
  }

  @Test(
    "spoils the name if one of several is private, and nothing is connected",
    arguments: [
      ["127.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["2606:4700::1111", "::1"], ["8.8.8.8", "10.0.0.1"],
      ["::ffff:127.0.0.1"], ["169.254.169.254"],
    ])
  func mixed(addresses: [String]) async throws {
    let server = try await TestServer(try Self.certificates.get())
    let names = Names(addresses)
    do {
      _ = try await call(server, names, allowsPrivate: false)
      Issue.record("it was called")
    } catch CallError.forbiddenAddress {}
    #expect(names.names == [Self.host] && server.connectionCount == 0)
  }

  @Test("is checked anew for each call: what was good once is not good for ever")
  func rebinding() async throws {
    let server = try await TestServer(try Self.certificates.get())
    let names = Names(["127.0.0.1"], ["192.0.2.1"])
    _ = try await call(server, names, allowsPrivate: true)
    await #expect(throws: CallError.forbiddenAddress("192.0.2.1")) {
      try await call(server, names, allowsPrivate: false)
    }
    #expect(server.connectionCount == 1)
  }

  @Test("A name without an address is no connection")
  func none() async throws {
    let server = try await TestServer(try Self.certificates.get())
    await #expect(throws: CallError.self) {
      try await call(server, Names([]), allowsPrivate: true)
    }
    #expect(server.connectionCount == 0)
  }
}
