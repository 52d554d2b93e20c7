public import Parking

/// What a park offers, as the lease document has it.
public struct AppOffer: Sendable, Equatable {
  /// The park's number at its system.
  public let parkSN: String
  /// What drivers call it.
  public let parkName: String
  /// The terms.
  public let terms: LeaseOffer
  /// Degrees; empty when unknown.
  public let longitude: String
  /// Degrees; empty when unknown.
  public let latitude: String

  /// Made of its parts.
  public init(
    parkSN: String, parkName: String, terms: LeaseOffer, longitude: String, latitude: String
  ) {
    self.parkSN = parkSN
    self.parkName = parkName
    self.terms = terms
    self.longitude = longitude
    self.latitude = latitude
  }
}
