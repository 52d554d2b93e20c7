internal import Foundation

/// A network of IPv4 or IPv6 addresses, such as `10.1.0.0/24` or `::1/128`.
public struct Network: Hashable, Sendable, CustomStringConvertible {
  /// The canonical text: address, slash, length; the same as PostgreSQL's `cidr`.
  public let description: String
  /// The network's address in network order, and how many of its bits count.
  private let prefix: [UInt8]
  private let length: Int

  /// Why a text is no network.
  public enum Fault: Error, Hashable, Sendable {
    /// No address and length.
    case malformed
    /// An address without a length; with the text that is probably meant.
    case lengthMissing(suggestion: String)
    /// Address bits beyond the length; with the network that holds the address.
    case hostBits(suggestion: String)
  }

  /// Reads a text.
  public init(_ text: String) throws(Fault) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, parts.count <= 2, let bytes = Network.bytes(of: first) else {
      throw .malformed
    }
    guard parts.count == 2 else {
      throw .lengthMissing(suggestion: "\(Network.text(of: bytes))/\(bytes.count * 8)")
    }
    guard let length = decimal(parts[1].utf8), length <= bytes.count * 8, parts[1] == "\(length)"
    else { throw .malformed }
    let masked = Network.masked(bytes, to: length)
    (prefix, self.length) = (masked, length)
    description = "\(Network.text(of: masked))/\(length)"
    if masked != bytes { throw .hostBits(suggestion: description) }
  }

  /// Whether an address, as nginx writes it, lies in the network. One of IPv4 within IPv6
  /// (`::ffff:10.1.0.1`) counts as IPv4.
  public func contains(address: String) -> Bool {
    Network.anyOf([self], contains: address)
  }

  /// Whether an address lies in one of the networks.
  public static func anyOf(_ networks: [Network], contains address: String) -> Bool {
    guard let bytes = Network.bytes(of: address) else { return false }
    let isMapped = bytes.count == 16 && bytes.starts(with: mappedPrefix)
    return networks.contains { network in
      if isMapped, network.prefix.count == 4 { return network.holds(bytes[12...]) }
      return bytes.count == network.prefix.count && network.holds(bytes[...])
    }
  }

  /// What stands before an address of IPv4 within IPv6 (RFC 4291, 2.5.5.2).
  private static let mappedPrefix = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

  /// Whether the bits that count are the same.
  private func holds(_ address: ArraySlice<UInt8>) -> Bool {
    let (whole, rest) = length.quotientAndRemainder(dividingBy: 8)
    for index in 0..<whole where address[address.startIndex + index] != prefix[index] {
      return false
    }
    return rest == 0 || (address[address.startIndex + whole] ^ prefix[whole]) >> (8 - rest) == 0
  }

  private static func bytes(of address: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, address, &bytes) == 1 { return Array(bytes.prefix(4)) }
    return inet_pton(AF_INET6, address, &bytes) == 1 ? bytes : nil
  }

  private static func text(of bytes: [UInt8]) -> String {
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    var text = [CChar](repeating: 0, count: 64)
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func masked(_ bytes: [UInt8], to length: Int) -> [UInt8] {
    bytes.enumerated().map { index, byte in
      let kept = min(8, max(0, length - index * 8))
      return byte & UInt8(truncatingIfNeeded: 0xFF << (8 - kept))
    }
  }
}
