/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
  /// Three capitals.
  public let code: String
  /// Digits after the point: 0 for yen, 3 for dinars, else 2.
  public let minorDigits: Int

  init(code: String) {
    self.code = code
    minorDigits =
      switch code {
      case "JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "PYG", "UGX": 0
      case "KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD": 3
      default: 2
      }
  }

  /// Yuan.
  public static let yuan = Currency(code: "CNY")

  /// The amount as people write it: `7.00`.
  func decimal(_ amount: Int) -> String {
    guard minorDigits > 0 else { return String(amount) }
    let scale = minorDigits == 3 ? 1_000 : 100
    let (whole, rest) = amount.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    var text = amount < 0 ? "-" : ""
    text += String(whole)
    text += "."
    text += padded(Int(rest), to: minorDigits)
    return text
  }

  /// The amount with the unit in Chinese: `7.00元`.
  public func chinese(_ amount: Int) -> String { decimal(amount) + chineseUnit }

  /// What follows an amount in Chinese.
  var chineseUnit: String { code == "CNY" ? "元" : " " + code }

  /// The amount with the code: `CNY 7.00`.
  public func english(_ amount: Int) -> String { code + " " + decimal(amount) }
}
