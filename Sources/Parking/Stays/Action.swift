/// What a decision changes; the store carries the list out in one transaction, in order.
public enum Action: Sendable, Equatable {
  case insertArrival(Arrival)
  case updateArrival(Arrival)
  /// The arrival is the newest at its booth's barrier.
  case makeCurrent(arrivalID: Int64)
  /// Another arrival stops waiting or settling.
  case supersede(arrivalID: Int64)
  case beginStay(OpenStay)
  case updateStay(OpenStay)
  /// Moves an open stay to the finished ones.
  case finishStay(FinishedStay)
  /// Books money to the shift, once for a stay.
  case book(stayID: Int64, amount: Money, method: PayMethod)
  /// Keeps what an attendant typed as a capture, as a camera's read is kept.
  case keepTyped(Plate, arrivalID: Int64)
  case open(Opening)
  /// An opening at the arrival's booth that no camera has taken yet is no longer wanted.
  case cancelOpenings(arrivalID: Int64, boothID: String)
  case review(ReviewReason, stayID: Int64?, arrivalID: Int64?, detail: String)
  case audit(Press, stayID: Int64?, arrivalID: Int64?, detail: String)

  /// Takes back what waits for the camera, because another opening replaces it or makes it needless
  /// (rule 11). A new arrival has none.
  static func cancelOpenings(of arrival: Arrival) -> Action {
    .cancelOpenings(arrivalID: arrival.arrivalID, boothID: arrival.boothID)
  }
}

/// The presses that are kept in the audit trail.
public enum Press: String, Sendable {
  case enter, leave, coupon, correct, handover
  case typedCapture = "typed_capture"
  case beginShift = "begin_shift"
  case match
  case cancel
  case reversal
}
