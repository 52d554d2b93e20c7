/// What follows a payment before the exit.
public struct AfterPayment: Hashable, Sendable {
  /// What a driver who leaves after the grace time owes.
  public enum Then: String, CaseIterable, Sendable {
    /// A new session from the payment, with free minutes and all.
    case restart
    /// A new session from the payment, without the free periods.
    case restartWithoutFree = "restart_without_free"
    /// The whole stay priced anew, less what was paid.
    case reprice
  }

  /// Seconds after the payment in which the exit is free, the last one included.
  public let grace: Int
  /// What is due after the grace time.
  public let then: Then
}
