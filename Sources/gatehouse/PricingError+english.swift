import Parking

extension PricingError {
  /// Why there is no fee, for the person at the command line.
  var english: String {
    switch self {
    case .leavesBeforeEntering: "--leave lies before --enter"
    case .noCalendar(let year): "a rule needs the holidays of \(year); give them by --holidays"
    case .noRate(let time): "no window of the tariff covers \(time)"
    case .stayTooLong: "the stay is longer than ten years"
    case .timeOutOfRange: "a time lies before 1970 or after 2199"
    case .notInForce(let date): "the tariff is not in force on \(date)"
    case .badCoupon: "a coupon's minutes are from 0 to 1440"
    // What an attendant reads; rare, and cases may be added.
    default: reason
    }
  }
}
