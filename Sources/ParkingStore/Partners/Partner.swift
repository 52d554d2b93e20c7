public import Parking

/// A system that calls us, as its record says, with its live keys.
public struct Partner: Sendable {
  /// By which its requests name it.
  public let appID: String
  /// Whether it is told the string that was signed when its signature is wrong.
  public let isSandbox: Bool
  /// Whether it may sign with MD5.
  public let allowsMD5: Bool
  /// How far its clock may be from the database's, in seconds.
  public let clockTolerance: Int
  /// How many requests it may send in a minute.
  public let requestsPerMinute: Int
  /// From where it may call; empty: from anywhere.
  public let networks: [Network]
  /// The SHA-256 of the certificate that it has to show; nil: none.
  public let certificate: [UInt8]?
  /// Whether somebody switched it off.
  public let isDisabled: Bool
  /// At most two, the newest first.
  public let keys: [PartnerKey]

  /// Whether it may call from an address, as nginx writes it.
  public func mayCall(from address: String) -> Bool {
    networks.isEmpty || networks.contains { $0.contains(address: address) }
  }

  /// Whether it may call with a certificate of that SHA-256, or with none.
  public func mayCall(with digest: [UInt8]?) -> Bool {
    certificate == nil || certificate == digest
  }
}
