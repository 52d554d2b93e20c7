extension NetworkAddress {
  /// Whether packets to it leave for the public network: not to this machine, its neighbours, a
  /// private network, or nobody.
  ///
  /// The special blocks are IANA's registries for IPv4 and IPv6. Of an IPv6 address that carries an
  /// IPv4 one (mapped, NAT64, 6to4) the IPv4 one decides, since that is where packets end.
  var isPublic: Bool {
    if bytes.count == 4 { return !Self.special4.contains { $0.holds(bytes) } }
    if let carried { return carried.isPublic }
    return Self.global6.holds(bytes) && !Self.special6.contains { $0.holds(bytes) }
  }

  /// The IPv4 address that an IPv6 address stands for.
  private var carried: NetworkAddress? {
    let place =
      switch true {
      case Self.mapped.holds(bytes), Self.nat64.holds(bytes): 12
      case Self.sixToFour.holds(bytes): 2
      default: 0
      }
    guard place > 0 else { return nil }
    return NetworkAddress(bytes: Array(bytes[place..<place + 4]))
  }

  /// A block of addresses: all that begin with these bits.
  private struct Block {
    let prefix: [UInt8]
    let bits: Int

    init(_ prefix: [UInt8], _ bits: Int) {
      self.prefix = prefix
      self.bits = bits
    }

    func holds(_ address: [UInt8]) -> Bool {
      (0..<bits).allSatisfy { bit in
        let mask: UInt8 = 0x80 >> (bit % 8)
        let expected = bit / 8 < prefix.count ? prefix[bit / 8] : 0
        return address[bit / 8] & mask == expected & mask
      }
    }
  }

  private static let special4 = [
    Block([0], 8),  // this network
    Block([10], 8), Block([172, 16], 12), Block([192, 168], 16),  // private
    Block([100, 64], 10),  // shared by a provider's customers
    Block([127], 8),  // loopback
    Block([169, 254], 16),  // link-local, clouds' metadata
    Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 88, 99], 24),
    Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24),  // protocols, tests
    Block([224], 4), Block([240], 4),  // multicast, reserved, broadcast
  ]

  /// All that is assigned for the public network.
  private static let global6 = Block([0x20], 3)
  private static let special6 = [
    Block([0x20, 0x01], 23),  // Teredo and other protocols
    Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x3F, 0xFF], 20),  // documentation
  ]

  /// `::ffff:0:0/96`
  private static let mapped = Block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96)
  /// `64:ff9b::/96`
  private static let nat64 = Block([0, 0x64, 0xFF, 0x9B], 96)
  /// `2002::/16`
  private static let sixToFour = Block([0x20, 0x02], 16)
}
