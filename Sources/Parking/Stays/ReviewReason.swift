/// Why a person has to look at something.
public enum ReviewReason: String, Sendable {
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
}
