/// An amount of money as a whole number of the currency's smallest unit: fen for yuan.
///
/// There is no way to make one from a floating-point number. Arithmetic traps on overflow;
/// what multiplies untrusted factors uses `multipliedReportingOverflow`.
public struct Money: Hashable, Comparable, Sendable {
  public static let zero = Money(fen: 0)

  /// The amount in fen (or cents, pence…).
  public let fen: Int

  public init(fen: Int) {
    self.fen = fen
  }

  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
  public static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
  public static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }
  public static func += (left: inout Money, right: Money) { left = left + right }
}
