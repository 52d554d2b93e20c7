/// Hexadecimal digits of bytes, ASCII alone.
enum Hex {
  static func lower(_ bytes: some Sequence<UInt8>) -> String {
    text(bytes, digits: "0123456789abcdef")
  }

  static func upper(_ bytes: some Sequence<UInt8>) -> String {
    text(bytes, digits: "0123456789ABCDEF")
  }

  /// The bytes of digits of either letter case; nil for anything else, full-width digits included.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8 {
      guard let value = value(digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  private static func text(_ bytes: some Sequence<UInt8>, digits: StaticString) -> String {
    digits.withUTF8Buffer { digits in
      var text: [UInt8] = []
      for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
