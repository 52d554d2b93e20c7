/// Why a person has to look at something.
public enum ReviewReason: String, Sendable, CaseIterable {
  /// A stay's exit was missed: the vehicle entered again.
  case unresolved
  /// Released at an exit although nobody saw it enter.
  case noEntry = "no_entry"
  case manualRelease = "manual_release"
  /// A camera reported an exit later: nobody paid.
  case replayedExit = "replayed_exit"
  /// The device's clock is off in no known way.
  case clock
  /// A plate of no listed layout was let in.
  case unclassifiedPlate = "unclassified_plate"
  /// A blacklisted vehicle entered while the network was away.
  case blacklistedInside = "blacklisted_inside"
  /// The same press opened the barrier often.
  case openedAgain = "opened_again"
  /// The camera opened the barrier by a list of its own.
  case openedByDevice = "opened_by_device"
  /// A plateless vehicle passed while the network was away.
  case platelessHistory = "plateless_history"
  /// A replay from so long ago that it made no history.
  case oldReplay = "old_replay"
  /// A vehicle has been inside for longer than the park thinks usual.
  case longStay = "long_stay"
  /// The camera was not sure of a plate by which a barrier opened.
  case lowConfidence = "low_confidence"
  /// Stood at an exit without a known entry, and nobody decided.
  case abandoned
  /// A supervisor gave a payment back: the stay is unpaid.
  case paymentReversed = "payment_reversed"
  /// A camera's event was too large to be taken: a vehicle passed whom nobody knows.
  case oversizeBody = "oversize_body"
}
