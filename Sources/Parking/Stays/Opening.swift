/// One opening of a booth's barrier.
public struct Opening: Sendable, Equatable {
  public enum Cause: String, Sendable {
    /// A read; the camera's reply opens.
    case read
    /// An attendant's press; the camera's next request takes it.
    case press
    /// The same press again.
    case `repeat`
  }

  public let arrivalID: Int64
  public let cause: Cause
  /// What the lane's display says.
  public let display: String
}
