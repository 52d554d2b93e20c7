extension SiteFile {
  /// A password or a token: as people write it, or as the database keeps it.
  ///
  /// It has no description, so that it reaches no log by accident.
  public enum Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// As written by a person.
    case plain(String)
    /// A token's SHA-256 in 64 lower-case hexadecimal digits, or a password's bcrypt hash.
    case hashed(String)

    /// Nothing of the secret.
    public var description: String { "(secret)" }

    /// Nothing of the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
  }
}
