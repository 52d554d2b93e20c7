/// One live key of a partner. It prints without its secret.
public struct PartnerKey: Sendable, Equatable {
  /// Its name.
  public let keyID: String
  /// In clear: a signature cannot be computed from a hash of it. Never logged.
  public let secret: String

  /// A key with its secret.
  public init(keyID: String, secret: String) {
    self.keyID = keyID
    self.secret = secret
  }
}

extension PartnerKey: CustomStringConvertible, CustomReflectable {
  /// The name alone.
  public var description: String { keyID }

  /// The name alone, so that a dump does not show the secret either.
  public var customMirror: Mirror { Mirror(self, children: ["keyID": keyID]) }
}
