/// A signed-in person.
public struct Person: Sendable, Equatable {
  /// What a person may do.
  public enum Role: String, Sendable {
    /// Works at the booths of named parks.
    case attendant
    /// Answers for named parks besides.
    case supervisor
    /// An operator's user: all parks of the operator.
    case `operator`
  }

  /// The account's number.
  public let accountID: Int32
  /// The name to sign in with.
  public let login: String
  /// The name that is shown.
  public let name: String
  /// What the person may do.
  public let role: Role

  /// Whether the person answers for more than a shift of one's own.
  public var isInCharge: Bool { role != .attendant }
}
