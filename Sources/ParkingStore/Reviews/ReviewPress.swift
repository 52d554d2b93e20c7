public import Parking

/// `review/resolve`: what a person did about an entry of the review list.
public struct ReviewPress: Sendable, Equatable {
  /// The entry's number.
  public let reviewID: Int64
  /// What was done.
  public let resolution: ReviewResolution
  /// What the person writes.
  public let note: String

  /// Made of its parts.
  public init(reviewID: Int64, resolution: ReviewResolution, note: String = "") {
    self.reviewID = reviewID
    self.resolution = resolution
    self.note = note
  }
}
