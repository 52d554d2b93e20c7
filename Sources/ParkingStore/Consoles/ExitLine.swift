public import Parking

/// A line of an exit booth's list as its console shows it.
public struct ExitLine: Sendable, Equatable {
  /// The line of `records/exit`.
  public let record: ExitRecord
  /// The stay's number, if it has one.
  public let stayID: Int64?
  /// What became of it.
  public let state: ArrivalState
  /// What the last press about it said, by which the same press is known again; empty without one.
  public let press: String
  /// SHA-256 of its picture.
  public let picture: [UInt8]?
}
