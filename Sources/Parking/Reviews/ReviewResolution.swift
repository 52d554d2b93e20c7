/// What a person did about an entry of the review list.
public enum ReviewResolution: String, Sendable, CaseIterable {
  /// Looked at; all is as it should be.
  case confirmed
  /// A mistake of the camera or of the attendant; nothing is owed.
  case mistake
  /// The money was collected outside the barrier.
  case collected
  /// The money is given up. A supervisor's decision.
  case waived
  /// The vehicle is on a list of those that have to pay when they come again, or is banned.
  case pursued
  /// The vehicle is no longer inside: its open stay ends as unresolved. A supervisor's decision.
  case closed

  /// Whether an attendant may not decide so.
  public var needsSupervisor: Bool { self == .waived || self == .closed }
}
