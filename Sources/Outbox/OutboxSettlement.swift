/// What became of an attempt to deliver.
public enum OutboxSettlement: Sendable, Equatable {
  /// The partner took it.
  case delivered
  /// To be tried again after so many milliseconds.
  case again(milliseconds: Int64, reason: String)
  /// Not to be tried again unless somebody says so.
  case gaveUp(reason: String)
}
