internal import Glibc

/// An IPv4 or IPv6 address, without a port.
struct NetworkAddress: Hashable, Sendable {
  /// 4 bytes, or 16.
  let bytes: [UInt8]

  /// The address of those bytes, in network order; nil for another number than 4 or 16.
  init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads the usual form of either, without brackets, zone or port; the many other forms that
  /// `inet_aton` knows (`127.1`, `0x7f000001`) are none.
  init?(_ text: String) {
    var four = in_addr()
    var sixteen = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
      bytes = withUnsafeBytes(of: sixteen) { Array($0) }
    } else {
      return nil
    }
  }
}

extension NetworkAddress: CustomStringConvertible {
  /// The usual form, without brackets.
  var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
