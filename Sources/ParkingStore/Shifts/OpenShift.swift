public import Parking

/// A shift that goes on.
public struct OpenShift: Sendable, Equatable {
  /// Its number.
  public let shiftID: Int64
  /// The attendant's name; the booth's for the booth's own shift.
  public let operatorName: String
  /// When it began.
  public let beganAt: Instant
}
