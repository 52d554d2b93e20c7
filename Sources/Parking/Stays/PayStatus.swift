/// Whether a stay is paid for (`pay_status`).
public enum PayStatus: Int, Sendable {
  case unpaid = 0
  case paid = 1
  /// Free of charge, or a coupon covers all.
  case nothingToPay = 2
}
