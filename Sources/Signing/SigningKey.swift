/// One live key of a partner: what both sides know, and what each signature is made with.
///
/// It prints without its secret.
public struct SigningKey: Sendable, Equatable {
  /// The partner, `app_id`.
  public var appID: String
  /// Which of the partner's keys, `X-Key-Id`. Scheme A does not send it.
  public var keyID: String
  /// The secret, in clear: a signature cannot be made from a hash of it. Never log it.
  public var secret: String

  /// Made of its parts.
  public init(appID: String, keyID: String, secret: String) {
    self.appID = appID
    self.keyID = keyID
    self.secret = secret
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// The names alone.
  public var description: String { "\(appID)/\(keyID)" }

  /// The names alone, so that a dump does not show the secret either.
  public var customMirror: Mirror { Mirror(self, children: ["appID": appID, "keyID": keyID]) }
}
