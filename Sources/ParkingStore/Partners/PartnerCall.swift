/// A request whose signature is a partner's. Whether it is in time and new, the database says.
public struct PartnerCall: Sendable {
  /// Who signed it.
  public let partner: Partner
  /// Taken once.
  public let nonce: String
  /// When it was signed by the partner's clock, in seconds since the Unix epoch.
  public let timestamp: Int64

  /// Made of its parts.
  public init(partner: Partner, nonce: String, timestamp: Int64) {
    self.partner = partner
    self.nonce = nonce
    self.timestamp = timestamp
  }
}
