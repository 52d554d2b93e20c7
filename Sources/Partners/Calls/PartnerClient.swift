internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL
public import Signing

/// Calls partners over HTTPS.
///
/// It checks certificates and the host's name in them, follows no redirect, obeys no proxy
/// variable, and connects to the very address that it has checked: no second look-up comes between.
/// Each call has a connection of its own.
public struct PartnerClient: Sendable {
  /// How long and how much.
  public struct Limits: Sendable {
    /// For one call, the look-up of the name included.
    public var total = Duration.seconds(15)
    /// For one connection.
    public var connect = Duration.seconds(5)
    /// Of an answer, in bytes.
    public var answer = 8 << 20

    /// The usual ones.
    public init() {}
  }

  /// Whom to call, and as whom.
  public struct Target: Sendable {
    /// Where its interface begins.
    public var url: PartnerURL
    /// Whether its host may lead to a loopback or private address.
    public var allowsPrivateAddress: Bool
    /// How it wants to be called.
    public var format: Call.Format
    /// With what to sign.
    public var key: SigningKey

    /// Made of its parts.
    public init(
      url: PartnerURL, allowsPrivateAddress: Bool, format: Call.Format, key: SigningKey
    ) {
      self.url = url
      self.allowsPrivateAddress = allowsPrivateAddress
      self.format = format
      self.key = key
    }
  }

  /// Finds the addresses of a name, once for each call.
  var addresses: @Sendable (String) async throws -> [NetworkAddress] = Resolver.addresses
  private let limits: Limits
  private let tls: TLSConfiguration

  /// A client.
  ///
  /// - Parameter certificates: A PEM file with certificates to trust besides the system's; nil for
  ///   none.
  /// - Throws: when that file cannot be read.
  public init(trusting certificates: String? = nil, limits: Limits = Limits()) throws {
    self.limits = limits
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let certificates {
      tls.additionalTrustRoots = [
        .certificates(try NIOSSLCertificate.fromPEMFile(certificates))
      ]
    }
    self.tls = tls
  }

  /// Calls a partner.
  ///
  /// - Parameter timestamp: Unix seconds by the database's clock, for the signature.
  /// - Throws: `CallError`; also when the task was cancelled, as `timeout`.
  public func send(
    _ call: Call, to target: Target, timestamp: Int64
  ) async throws(CallError) -> CallAnswer {
    let path = target.url.path(of: call.name)
    let signed = call.signed(
      target.format, path: path, key: target.key, timestamp: timestamp)
    let limits = limits
    let body: [UInt8]
    do {
      body = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        group.addTask { try await exchange(signed, path: path, target) }
        group.addTask {
          try await Task.sleep(for: limits.total)
          throw CallError.timeout
        }
        defer { group.cancelAll() }
        return try await group.next() ?? []
      }
    } catch {
      throw CallError(error)
    }
    return try CallAnswer(body)
  }

  private func exchange(
    _ call: SignedCall, path: String, _ target: Target
  ) async throws -> [UInt8] {
    let addresses = try await addresses(target.url.host)
    // One bad address spoils the name: an honest partner has no reason to mix them.
    if !target.allowsPrivateAddress, let bad = addresses.first(where: { !$0.isPublic }) {
      throw CallError.forbiddenAddress("\(bad)")
    }
    var failure: any Error = CallError.unresolved("it has no address")
    for address in addresses {
      do {
        return try await exchange(call, path: path, target, at: address)
      } catch let error where error.isNoConnection {
        failure = error
      }
    }
    throw failure
  }

  private func exchange(
    _ call: SignedCall, path: String, _ target: Target, at address: NetworkAddress
  ) async throws -> [UInt8] {
    var request = HTTPClientRequest(url: target.url.address(of: path))
    request.method = .POST
    for header in call.headers { request.headers.add(name: header.name, value: header.value) }
    request.headers.add(name: "User-Agent", value: "Gatehouse")
    request.body = .bytes(call.body)
    let configuration = configuration(target.url.host, at: address)
    let (total, limit) = (TimeAmount(limits.total), limits.answer)
    let client = HTTPClient(configuration: configuration)
    // A silent server has five seconds to say goodbye to TLS; nobody waits for that.
    defer { Task { try? await client.shutdown() } }
    let response = try await client.execute(request, timeout: total)
    guard response.status == .ok else { throw CallError.status(Int(response.status.code)) }
    do {
      return Array(buffer: try await response.body.collect(upTo: limit))
    } catch is NIOTooManyBytesError {
      throw CallError.tooLarge(limit: limit)
    }
  }

  private func configuration(
    _ host: String, at address: NetworkAddress
  ) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow,
      timeout: .init(
        connect: TimeAmount(min(limits.connect, limits.total)), read: TimeAmount(limits.total)),
      proxy: nil, decompression: .disabled)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    // The connection goes to the address; the host's name stays in SNI, in the check of the
    // certificate and in the Host header.
    configuration.dnsOverride = [host: "\(address)"]
    return configuration
  }
}
