extension PricingError {
  /// Why there is no fee, for the person at the command line.
  public var english: String {
    switch self {
    case .leavesBeforeEntering: "the exit lies before the entry"
    case .noCalendar(let year): "a rule needs the holidays of \(year), which are not known"
    case .noRate(let time): "no window of the tariff covers \(time)"
    case .stayTooLong: "the stay is longer than ten years"
    case .timeOutOfRange: "a time lies before 1970 or after 2199"
    case .notInForce(let date): "the tariff is not in force on \(date)"
    case .badCoupon: "a coupon's minutes are from 0 to 1440"
    case .overflow: "a sum leaves the range of whole numbers"
    case .mixedCurrencies: "two versions that share the stay are in different currencies"
    }
  }
}
