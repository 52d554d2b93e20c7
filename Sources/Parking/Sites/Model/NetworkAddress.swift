internal import Foundation

/// An address of IPv4 or IPv6 as a number.
struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  private let bits: UInt128
  /// How many bits it has: 32 or 128.
  let width: Int

  private init(bits: UInt128, width: Int) {
    (self.bits, self.width) = (bits, width)
  }

  /// Reads a text; nil if it is no address.
  init?(_ text: String) {
    var (four, six) = (in_addr(), in6_addr())
    if inet_pton(AF_INET, text, &four) == 1 {
      self.init(bits: UInt128(UInt32(bigEndian: four.s_addr)), width: 32)
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      let bits = withUnsafeBytes(of: six) { UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self)) }
      self.init(bits: bits, width: 128)
    } else {
      return nil
    }
  }

  /// The address of IPv4 that one of IPv6 stands for (RFC 4291, 2.5.5.2); nil if it does for none.
  var mappedIPv4: NetworkAddress? {
    guard width == 128, bits >> 32 == 0xFFFF else { return nil }
    return NetworkAddress(bits: UInt128(UInt32(truncatingIfNeeded: bits)), width: 32)
  }

  /// The address with only its first bits, and 0 for the rest.
  func first(_ length: Int) -> NetworkAddress {
    NetworkAddress(bits: (bits >> (width - length)) << (width - length), width: width)
  }

  /// As the system writes it.
  var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let written =
      width == 32
      ? withUnsafeBytes(of: UInt32(truncatingIfNeeded: bits).bigEndian) {
        inet_ntop(AF_INET, $0.baseAddress, &text, socklen_t(INET6_ADDRSTRLEN))
      }
      : withUnsafeBytes(of: bits.bigEndian) {
        inet_ntop(AF_INET6, $0.baseAddress, &text, socklen_t(INET6_ADDRSTRLEN))
      }
    return written.map { String(cString: $0) } ?? ""
  }
}
