/// An entry of the review list as far as resolving it depends on it.
public struct ReviewItem: Sendable, Equatable {
  /// Why it is on the list.
  public let reason: ReviewReason
  /// How it was resolved; nil while it is open.
  public let resolution: ReviewResolution?

  /// Made of its parts.
  public init(reason: ReviewReason, resolution: ReviewResolution?) {
    self.reason = reason
    self.resolution = resolution
  }

  /// Whether resolving it so changes anything: the same resolution again does not.
  public func resolving(
    as resolution: ReviewResolution, isSupervisor: Bool
  ) throws(ReviewRefusal) -> Bool {
    guard reason.resolutions.contains(resolution) else { throw .notApplicable }
    guard isSupervisor || !resolution.needsSupervisor else { throw .needsSupervisor }
    guard let known = self.resolution else { return true }
    guard known == resolution else { throw .alreadyResolved }
    return false
  }
}
