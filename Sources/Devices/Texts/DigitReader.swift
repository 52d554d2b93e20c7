/// Reads fixed numbers of digits, and single characters between them.
struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes the character if it stands here.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy(Self.isDigit) else { return nil }
    rest.removeFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Takes `.` or `,` and 1 to 18 digits, cut to microseconds; 0 when neither stands here.
  mutating func fraction() -> Int? {
    guard skip(".") || skip(",") else { return 0 }
    let digits = rest.prefix(while: Self.isDigit)
    guard (1...18).contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    let micros = (Array(digits.prefix(6)) + [48, 48, 48, 48, 48, 48]).prefix(6)
    return micros.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
