public import Parking

/// A line of an entry booth's list as its console shows it.
public struct EntryLine: Sendable, Equatable {
  /// The line of `records/enter`.
  public let record: EntryRecord
  /// While it waits: until when.
  public let waitingUntil: Instant?
  /// What became of it.
  public let state: ArrivalState
  /// SHA-256 of its picture.
  public let picture: [UInt8]?
}
