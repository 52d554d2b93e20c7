public import Parking

/// What the gate decided about a capture.
public struct DeviceDecision: Equatable, Sendable {
  /// Open the barrier now. No adapter passes this on for a replay or a turn-back.
  public var open: Bool
  /// The vehicle's stay, if it has one.
  public var stayID: String?
  /// How it is charged, if that is known.
  public var category: Category?
  /// What the display shows and the loudspeaker says; may be empty.
  public var display: String
  /// The address that a code on the display leads to, where the driver pays; nil: no code.
  public var paymentCode: String?

  /// A decision.
  public init(
    open: Bool, stayID: String? = nil, category: Category? = nil, display: String = "",
    paymentCode: String? = nil
  ) {
    self.open = open
    self.stayID = stayID
    self.category = category
    self.display = display
    self.paymentCode = paymentCode
  }

  /// Stay shut, and say nothing.
  public static let shut = DeviceDecision(open: false)
}
