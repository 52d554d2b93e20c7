internal import Glibc
internal import NIOPosix

/// Finds the addresses of a host's name.
enum Resolver {
  /// A host has no address, or its name server does not answer; the system's words.
  struct Failure: Error {
    let reason: String
  }

  /// The addresses of a name in the order of the system's preference, or the one that the text
  /// itself is.
  ///
  /// `localhost` and every name below it are this machine (RFC 6761, 6.3) and are asked of nobody.
  /// How long it takes at most is the system's setting (`resolv.conf`: 10 s).
  static func addresses(of host: String) async throws -> [NetworkAddress] {
    if let literal = NetworkAddress(host) { return [literal] }
    if host == "localhost" || host.hasSuffix(".localhost") { return loopback }
    // The call blocks, and so needs a thread that may wait.
    return try await NIOThreadPool.singleton.runIfActive { try lookUp(host) }
  }

  private static let loopback = ["127.0.0.1", "::1"].compactMap(NetworkAddress.init)

  private static func lookUp(_ host: String) throws(Failure) -> [NetworkAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_ADDRCONFIG
    var first: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &first)
    guard status == 0 else { throw Failure(reason: String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(first) }
    let all = sequence(first: first) { $0?.pointee.ai_next }.prefix { $0 != nil }
    let addresses = all.compactMap { $0.flatMap { address(of: $0.pointee) } }
    guard !addresses.isEmpty else { throw Failure(reason: "it has no address") }
    return addresses
  }

  private static func address(of info: addrinfo) -> NetworkAddress? {
    guard let socket = UnsafeRawPointer(info.ai_addr) else { return nil }
    switch info.ai_family {
    case AF_INET:
      let bytes = withUnsafeBytes(of: socket.loadUnaligned(as: sockaddr_in.self).sin_addr) {
        Array($0)
      }
      return NetworkAddress(bytes: bytes)
    case AF_INET6:
      let bytes = withUnsafeBytes(of: socket.loadUnaligned(as: sockaddr_in6.self).sin6_addr) {
        Array($0)
      }
      return NetworkAddress(bytes: bytes)
    default: return nil
    }
  }
}
