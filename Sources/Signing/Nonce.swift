internal import Crypto

/// A text that a signed request carries once, so that it cannot be sent again by who overhears it.
public enum Nonce {
  /// Whether a text is one: 8 to 64 of `A-Za-z0-9_-`.
  public static func isValid(_ text: String) -> Bool {
    (8...64).contains(text.utf8.count) && text.utf8.allSatisfy(isAllowed)
  }

  /// A new one: 32 hexadecimal digits by chance.
  public static func random() -> String {
    SymmetricKey(size: .bits128).withUnsafeBytes { Hex.lower($0) }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
