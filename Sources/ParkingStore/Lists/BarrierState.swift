/// What became of the last opening for an arrival.
public enum BarrierState: String, Sendable {
  /// Nothing was opened.
  case shut = ""
  /// A press opened it, and no camera has taken that yet.
  case pending
  /// A camera took it.
  case opened
  /// No camera came for it within 10 seconds.
  case expired
}
