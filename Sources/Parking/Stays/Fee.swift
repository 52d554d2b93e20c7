/// What a stay costs, or why nobody can say.
public enum Fee: Sendable, Equatable {
  /// `total` before the coupon, what the coupon takes off, and the quote with its lines as JSON.
  case known(total: Money, coupon: Money, quote: String)
  /// The reason in Chinese. Never a fee of 0: an attendant decides.
  case unknown(reason: String)

  /// The park had no tariff when the vehicle entered.
  public static let noTariff = Fee.unknown(reason: "车场没有收费标准")
  /// The stored tariff cannot be read: a mistake of ours, and an attendant's decision.
  public static let unreadableTariff = Fee.unknown(reason: "收费标准无法读取，请人工处理")

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
