/// A park that a person answers for.
public struct OfficePark: Sendable, Equatable {
  /// The number by which programs name it.
  public let parkSN: String
  /// What people call it.
  public let name: String
}
