/// Why an entry of the review list cannot be resolved so; nothing is changed.
public enum ReviewRefusal: Error, Sendable, Equatable {
  /// No entry of this park has that number.
  case unknownReview
  /// It was resolved before, in another way.
  case alreadyResolved
  /// An entry of this kind is not resolved in this way.
  case notApplicable
  /// Only a supervisor may.
  case needsSupervisor
}
