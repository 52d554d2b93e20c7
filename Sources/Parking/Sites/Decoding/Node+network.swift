extension Node {
  /// A host name in lower case, without a port; an IPv6 address stands in brackets.
  func host(_ claims: Claims) -> String? {
    guard let text = scalar?.lowercased(), Node.isHost(text) else {
      fail(
        "expected a host name as it stands in the booths' URLs, without a scheme and a port, "
          + "such as park1.example.com, 10.1.0.5 or [::1]")
      return nil
    }
    claims.claim("host", text, at: self)
    return text
  }

  private static func isHost(_ text: String) -> Bool {
    if text.hasPrefix("["), text.hasSuffix("]") {
      return (try? Network("\(text.dropFirst().dropLast())/128")) != nil
    }
    return text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isHostLabel)
  }

  private static func isHostLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
      }
  }

  /// A network whose terminals need no credential.
  func network(in park: String, _ claims: Claims) -> Network? {
    do {
      let network = try Network(scalar ?? "")
      claims.claim("network", network.description, in: park, at: self)
      return network
    } catch {
      switch error {
      case .malformed:
        fail("expected a network: an address, a slash and a length, such as 10.1.0.0/24")
      case .lengthMissing(let suggestion):
        fail("an address needs its length; for this one alone write \(suggestion)")
      case .hostBits(let suggestion):
        fail("the address goes beyond the network; is it \(suggestion)?")
      }
      return nil
    }
  }
}
