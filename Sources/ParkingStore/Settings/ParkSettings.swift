public import Parking

/// What does not change from request to request: a park, its booths, and whom it trusts.
public struct ParkSettings: Sendable {
  /// The number by which programs and partners name it.
  public let parkSN: String
  /// What people call it.
  public let name: String
  /// What its settings say about its gates.
  public let rules: ParkRules
  /// What the payment code at an exit leads to; nil: none is shown.
  public let paymentURL: PaymentURL?
  /// In the order of the site file.
  public let booths: [BoothSettings]
  let trustedNetworks: [Network]

  /// The booth with that id, if the park has one that is not retired.
  public func booth(_ boothID: String) -> BoothSettings? {
    booths.first { $0.boothID == boothID }
  }

  /// Whether an address lies in a network that the park trusts.
  public func trusts(_ address: String) -> Bool {
    Network.anyOf(trustedNetworks, contains: address)
  }
}
