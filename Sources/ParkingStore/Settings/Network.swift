internal import Glibc

/// An IPv4 or IPv6 network, or one address as a network of one.
struct Network: Sendable, Equatable {
  private let bytes: [UInt8]
  private let bits: Int

  /// Reads `10.1.0.0/24`, `::1/128` or a plain address; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first.map(String.init), let bytes = Self.bytes(of: address) else {
      return nil
    }
    var bits = bytes.count * 8
    if parts.count == 2 {
      guard let given = Int(parts[1]), (0...bits).contains(given) else { return nil }
      bits = given
    }
    (self.bytes, self.bits) = (bytes, bits)
  }

  /// Whether all of `other` lies in this network.
  func contains(_ other: Network) -> Bool {
    guard other.bytes.count == bytes.count, other.bits >= bits else { return false }
    return (0..<bytes.count).allSatisfy { index in
      let kept = min(max(bits - index * 8, 0), 8)
      let mask = kept == 0 ? 0 : UInt8.max << (8 - kept)
      return bytes[index] & mask == other.bytes[index] & mask
    }
  }

  /// The address in network order; one of IPv4 within IPv6 (`::ffff:10.1.0.1`) is IPv4.
  private static func bytes(of address: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 { return withUnsafeBytes(of: four, Array.init) }
    var six = in6_addr()
    guard inet_pton(AF_INET6, address, &six) == 1 else { return nil }
    let bytes = withUnsafeBytes(of: six, Array.init)
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
    return bytes.starts(with: mapped) ? Array(bytes[12...]) : bytes
  }
}
