/// Where a partner's interface begins: `https://host[:port][/path]`, as its record has it.
public struct PartnerURL: Sendable, Hashable {
  /// In lower case, without brackets; a name or an address.
  public let host: String
  /// 443 unless the text says another.
  public let port: Int
  /// Begins with `/`, and ends without one; empty for the root.
  public let path: String

  /// Reads a base address; nil for anything but HTTPS, and for user names, queries and fragments.
  public init?(_ text: String) {
    guard text.hasPrefix("https://") else { return nil }
    let rest = text.dropFirst(8)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    guard let (host, port) = Self.authority(rest[..<slash]),
      rest[slash...].utf8.allSatisfy(Self.isPathByte)
    else { return nil }
    self.host = host.lowercased()
    self.port = port
    path = String(rest[slash...].trimmingSlashes)
  }

  /// The path of one of its URLs, such as `lease/park`.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// The whole address of a path.
  func address(of path: String) -> String {
    let host = host.contains(":") ? "[\(host)]" : host
    return "https://\(host)\(port == 443 ? "" : ":\(port)")\(path)"
  }

  private static func authority(_ text: Substring) -> (host: String, port: Int)? {
    let (host, port): (Substring, Substring)
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      port = text[text.index(after: end)...]
      guard NetworkAddress(String(host))?.bytes.count == 16 else { return nil }
    } else {
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      host = text[..<colon]
      port = text[colon...]
      guard !host.isEmpty, host.utf8.allSatisfy(isNameByte) else { return nil }
    }
    guard port.isEmpty || port.hasPrefix(":") else { return nil }
    guard !port.isEmpty else { return (String(host), 443) }
    guard port.dropFirst().utf8.allSatisfy(isDigit), let number = Int(port.dropFirst()),
      (1...65_535).contains(number)
    else { return nil }
    return (String(host), number)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  /// Visible ASCII but `?` and `#`, which would begin something else.
  private static func isPathByte(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
  }
}

extension Substring {
  fileprivate var trimmingSlashes: Substring {
    var rest = self
    while rest.hasSuffix("/") { rest.removeLast() }
    return rest
  }
}
