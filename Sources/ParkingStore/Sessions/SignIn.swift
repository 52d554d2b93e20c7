/// What came of a name and a password.
public enum SignIn: Sendable, Equatable {
  /// The token for the cookie, of which only a digest is kept.
  case done(token: String)
  /// Nobody has this name and this password at this park; which of the three it was is not said.
  case refused
  /// The name failed so often that nobody signs in by it for so many seconds.
  case locked(seconds: Int)
}
