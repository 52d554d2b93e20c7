/// How a stay ended.
public struct FinishedStay: Sendable, Equatable {
  /// How a stay can end.
  public enum Outcome: String, Sendable {
    case left
    /// Its exit was missed; it is on the review list with its fee.
    case unresolved
    /// It turned back at the entry, or at an exit where nobody knew its entry.
    case void
    /// It had no entry, and turned out to be the vehicle of another open stay.
    case joined
  }

  /// The stay as it was while open.
  public let stay: OpenStay
  /// How it ended.
  public let outcome: Outcome
  /// The instant it is charged to.
  public let leaveTime: Instant
  /// Where it left; nil when nobody saw that.
  public let leaveBoothID: String?
  /// What it costs, or why nobody can say.
  public let fee: Fee
  /// What was paid.
  public let paid: Money
  /// Whether it is paid for.
  public let payStatus: PayStatus
  /// Released by hand, without payment.
  public let isManual: Bool
  /// The attendant's reason for a manual release.
  public let reason: String
}

extension FinishedStay {
  /// A stay that nobody paid for: nothing was due, or it is on the review list.
  static func unpaid(
    _ stay: OpenStay, outcome: Outcome, to leaveTime: Instant, booth: String?, fee: Fee,
    isManual: Bool = false, reason: String = ""
  ) -> FinishedStay {
    FinishedStay(
      stay: stay, outcome: outcome, leaveTime: leaveTime, leaveBoothID: booth, fee: fee,
      paid: .zero, payStatus: fee.due == .zero && stay.enterTime != nil ? .nothingToPay : .unpaid,
      isManual: isManual, reason: reason)
  }

  /// A stay whose fee was settled at a booth.
  static func settled(_ stay: OpenStay, at settlement: Settlement, due: Money) -> FinishedStay {
    FinishedStay(
      stay: stay, outcome: .left, leaveTime: settlement.leaveTime,
      leaveBoothID: settlement.boothID, fee: settlement.fee, paid: due,
      payStatus: due == .zero ? .nothingToPay : .paid, isManual: false, reason: "")
  }
}
