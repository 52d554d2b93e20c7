/// The number that a vehicle without a plate is given at its entry, by which it leaves.
///
/// Its last digit checks the others, so that a slip of the attendant's finger does not find another
/// vehicle's stay.
public struct Ticket: Hashable, Sendable {
  /// The digits, as they are shown and typed.
  public let number: String

  private static let word = "无牌"
  private static let words = [word, "無牌"]

  /// The ticket of a stay, whose number no other stay has.
  public init(stayID: Int64) {
    let digits = String(stayID.magnitude)
    number = digits + String(Self.checkDigit(of: digits.utf8.map(Self.value)))
  }

  /// A ticket as somebody types it, with or without `无牌` before it; nil when the last digit says
  /// that it is none.
  public init?(reading text: String) {
    guard let digits = Self.digits(of: text) else { return nil }
    let values = digits.utf8.map(Self.value)
    guard values.count > 1, Self.checkDigit(of: values.dropLast()) == values.last else {
      return nil
    }
    number = digits
  }

  /// Its key among the open stays and what attendants see: `无牌` and the number, which stands on
  /// no plate.
  public var key: String { Self.word + number }

  /// The ticket in place of a plate.
  public var plate: Plate { Plate(reading: key) }

  /// Whether a text is meant for a ticket, right or wrong: `无牌` and digits.
  public static func isMeant(by text: String) -> Bool {
    guard let digits = digits(of: text) else { return false }
    return PlateText.normalised(text).map { String($0) != digits } ?? false
  }

  /// The digits after the word, or alone.
  private static func digits(of text: String) -> String? {
    guard let scalars = PlateText.normalised(text) else { return nil }
    var digits = String(scalars)
    if words.contains(where: digits.hasPrefix) { digits.removeFirst(word.count) }
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber && digits.utf8.count < Plate.maximumKeyLength - word.count ? digits : nil
  }

  /// ISO 7064 MOD 11,10: finds every wrong digit and nearly every pair of swapped ones.
  private static func checkDigit(of digits: some Sequence<Int>) -> Int {
    let product = digits.reduce(10) { product, digit in
      let sum = (product + digit) % 10
      return (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10
  }

  private static func value(_ digit: UInt8) -> Int { Int(digit) - 0x30 }
}
