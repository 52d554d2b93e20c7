/// Why a stay has no fee. It is an attendant's decision then, never a fee of 0.
public enum PricingError: Error, Hashable, Sendable {
  /// The exit lies before the entry.
  case leavesBeforeEntering
  /// A rule asks for the kind of a day whose year has no holiday calendar.
  case noCalendar(year: Int)
  /// No window of the tariff covers that moment.
  case noRate(at: CivilDateTime)
  /// The stay is longer than ten years.
  case stayTooLong
  /// An instant before 1970 or after 2199.
  case timeOutOfRange
  /// A sum leaves the range of whole numbers.
  case overflow
  /// No version of the tariff is in force then.
  case notInForce(at: CivilDate)
  /// Two versions of a tariff that share a stay are in different currencies.
  case mixedCurrencies
  /// A coupon with minutes outside 0 to 1440 or a percentage outside 0 to 100.
  case badCoupon

  /// What an attendant reads.
  public var reason: String {
    switch self {
    case .leavesBeforeEntering: "出场时间早于入场时间，无法计费，请人工处理"
    case .noCalendar(let year): "缺少\(year)年节假日安排，无法计费，请人工处理"
    case .noRate(let time): "收费标准未规定\(time)的价格，无法计费，请人工处理"
    case .stayTooLong: "停车超过十年，无法计费，请人工处理"
    case .timeOutOfRange: "入场或出场时间超出范围，无法计费，请人工处理"
    case .overflow: "金额超出范围，无法计费，请人工处理"
    case .notInForce(let date): "\(date)没有生效的收费标准，无法计费，请人工处理"
    case .mixedCurrencies: "收费标准前后币种不同，无法计费，请人工处理"
    case .badCoupon: "优惠券无效：分钟数应为0至1440,折扣应为0至100"
    }
  }
}
