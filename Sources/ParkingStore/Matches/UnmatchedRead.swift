public import Parking

/// A vehicle at an exit's barrier whose read is the plate of no open stay, with those that it may
/// belong to.
public struct UnmatchedRead: Sendable, Equatable {
  /// The stay without an entry that it made.
  public let stayID: Int64
  /// Its arrival at the exit.
  public let arrivalID: Int64
  /// What was read, as the attendant sees it; empty when it was nothing.
  public let license: String
  /// When it was first read.
  public let readAt: Instant
  /// SHA-256 of its picture at the exit.
  public let picture: [UInt8]?
  /// The open stays that it may belong to, the likeliest first.
  public let candidates: [RankedCandidate]
}
