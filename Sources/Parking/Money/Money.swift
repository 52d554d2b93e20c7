/// An amount of money as a whole number of the currency's smallest unit: fen for yuan.
///
/// There is no way to make one from a floating-point number. Arithmetic traps on overflow;
/// what multiplies untrusted factors uses `multipliedReportingOverflow`.
public struct Money: Hashable, Comparable, Sendable {
  /// Nothing.
  public static let zero = Money(fen: 0)

  /// The amount in fen (or cents, pence…).
  public let fen: Int

  /// So many fen.
  public init(fen: Int) {
    self.fen = fen
  }

  /// The order of amounts.
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
  /// The sum; traps on overflow.
  public static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
  /// The difference; traps on overflow.
  public static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }
  /// Adds to an amount; traps on overflow.
  public static func += (left: inout Money, right: Money) { left = left + right }
}
