/// Where an arrival at a booth stands.
public enum ArrivalState: String, Sendable {
  /// At an entry, for the attendant.
  case waiting
  /// Blacklisted: the barrier stays shut.
  case refused
  case entered
  /// At an exit, with a fee to settle or a question to answer.
  case settling
  case left
  /// Nobody decided: the next vehicle came, or it was read elsewhere.
  case passed
  case turnedBack = "turned_back"
  /// Heard of later: it opened nothing.
  case history
}
