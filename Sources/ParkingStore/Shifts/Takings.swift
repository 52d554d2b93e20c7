public import Parking

/// A shift's money, less what was reversed, by the way it was paid.
public struct Takings: Sendable, Equatable {
  /// 现金.
  public let cash: Money
  /// 微信.
  public let wechat: Money
  /// 支付宝.
  public let alipay: Money
  /// Anything else.
  public let other: Money

  /// All of it.
  public var total: Money { cash + wechat + alipay + other }
}
