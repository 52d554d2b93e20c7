/// What a stay costs, or why nobody can say.
public enum Fee: Sendable, Equatable {
  /// `total` before the coupon, what the coupon takes off, and the quote with its lines as JSON.
  case known(total: Money, coupon: Money, quote: String)
  /// The reason in Chinese. Never a fee of 0: an attendant decides.
  case unknown(reason: String)

  /// The park had no tariff when the vehicle entered.
  public static let noTariff = Fee.unknown(reason: "车场没有收费标准")

  /// What is left to pay; nil when the fee is unknown.
  public var due: Money? {
    guard case .known(let total, let coupon, _) = self else { return nil }
    return total - coupon
  }

  /// The fee before the coupon; nil when unknown.
  public var total: Money? {
    guard case .known(let total, _, _) = self else { return nil }
    return total
  }

  /// What the coupon takes off, 0 when the fee is unknown.
  public var coupon: Money {
    guard case .known(_, let coupon, _) = self else { return .zero }
    return coupon
  }
}
