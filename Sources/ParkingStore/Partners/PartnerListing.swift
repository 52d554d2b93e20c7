public import Parking

/// A partner as the command line lists it, without secrets.
public struct PartnerListing: Sendable, Equatable {
  /// A key without its secret.
  public struct Key: Sendable, Equatable {
    /// Its name.
    public let keyID: String
    /// When it was made.
    public let createdAt: Instant
  }

  /// By which its requests name it.
  public let appID: String
  /// Whose parks it uses.
  public let operatorID: String
  /// What people call it.
  public let name: String
  /// Where its own interface begins; empty when nothing is pushed to it.
  public let baseURL: String
  /// How it is called.
  public let pushFormat: String
  /// When somebody switched it off.
  public let disabledAt: Instant?
  /// The parks that it may use.
  public let parks: [String]
  /// The live keys, the newest first.
  public let keys: [Key]
}
