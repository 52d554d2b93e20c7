/// A network of IPv4 or IPv6 addresses, such as `10.1.0.0/24` or `::1/128`.
public struct Network: Hashable, Sendable, CustomStringConvertible {
  /// The canonical text: address, slash, length; the same as PostgreSQL's `cidr`.
  public let description: String
  private let address: NetworkAddress
  /// How many of the address's bits count, from the first on.
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
    guard let first = parts.first, parts.count <= 2, let address = NetworkAddress(first) else {
      throw .malformed
    }
    guard parts.count == 2 else {
      throw .lengthMissing(suggestion: "\(address)/\(address.width)")
    }
    guard let length = decimal(parts[1].utf8), length <= address.width, parts[1] == "\(length)"
    else { throw .malformed }
    self.address = address.first(length)
    self.length = length
    description = "\(self.address)/\(length)"
    if self.address != address { throw .hostBits(suggestion: description) }
  }

  /// Whether an address, as nginx writes it, lies in the network. One of IPv4 within IPv6
  /// (`::ffff:10.1.0.1`) counts as IPv4.
  public func contains(address: String) -> Bool {
    Network.anyOf([self], contains: address)
  }

  /// Whether an address lies in one of the networks.
  public static func anyOf(_ networks: [Network], contains address: String) -> Bool {
    guard let address = NetworkAddress(address) else { return false }
    let mapped = address.mappedIPv4
    return networks.contains { $0.holds(address) || mapped.map($0.holds) ?? false }
  }

  private func holds(_ address: NetworkAddress) -> Bool {
    address.width == self.address.width && address.first(length) == self.address
  }
}
