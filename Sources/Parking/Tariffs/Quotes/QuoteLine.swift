/// One line of a quote: what an attendant reads to a driver.
public struct QuoteLine: Hashable, Sendable {
  /// What a line stands for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Time that a free period or a window without charge covers.
    case free
    /// Time covered by a right: a card, the free list, a lease.
    case right
    /// Units of a rate.
    case rate
    /// What a cap takes off.
    case cap
    /// What a percentage adds or takes off.
    case percent
    /// What the least fee adds.
    case minimum
    /// What rounding the total adds or takes off.
    case rounding
    /// What was paid before.
    case paid
    /// What a coupon takes off.
    case coupon
  }

  /// What the line stands for.
  public let kind: Kind
  /// The rule's name.
  public let rule: Label
  /// The time it is for.
  public let interval: Interval
  /// Seconds to add to UTC for what the park's clocks show at the interval's start and end.
  public let startOffset: Int
  /// The same at the end.
  public let endOffset: Int
  /// Units charged; 0 where the line counts none.
  public let units: Int
  /// Seconds of a unit; nil if the line counts no units or the unit is a visit.
  public let unitSeconds: Int?
  /// The price of one unit.
  public let unitPrice: Money
  /// What the line adds to the total; negative where it takes off.
  public let amount: Money
}
