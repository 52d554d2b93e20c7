/// One opening of a booth's barrier.
public struct Opening: Sendable, Equatable {
  /// What can open a barrier.
  public enum Cause: String, Sendable {
    /// A read; the camera's reply opens.
    case read
    /// An attendant's press; the camera's next request takes it.
    case press
    /// The same press again.
    case `repeat`
  }

  /// The arrival's number.
  public let arrivalID: Int64
  /// What opened it.
  public let cause: Cause
  /// What the lane's display says.
  public let display: String
}
