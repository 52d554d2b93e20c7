public import Parking

/// A finished stay as something to price by another tariff.
public struct PricedStay: Sendable {
  /// The stay's number.
  public let stayID: Int64
  /// The vehicle's matching key.
  public let plate: String
  /// Its times and what else goes into its fee.
  public let inputs: PricingInputs
}
