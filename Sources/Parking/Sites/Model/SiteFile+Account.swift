extension SiteFile {
  /// A person who signs in.
  public struct Account: Sendable {
    /// What the person may do.
    public enum Role: String, Sendable, CaseIterable {
      /// Works at the booths of named parks.
      case attendant
      /// Also reverses payments and settles reviews in named parks.
      case supervisor
      /// Sees all parks of the operator.
      case `operator`
    }

    /// The name to sign in with, unique among all operators.
    public var login: String
    /// The name that is shown.
    public var name: String
    /// What the person may do.
    public var role: Role
    /// The parks of an attendant or a supervisor; empty for an operator's user.
    public var parks: [Reference]
    /// The password, or its bcrypt hash.
    public var password: Secret
    /// Where it stands in the file.
    public var line: Int?

    /// A person with all that is known of them.
    public init(
      login: String, name: String, role: Role, password: Secret, parks: [Reference] = [],
      line: Int? = nil
    ) {
      self.login = login
      self.name = name
      self.role = role
      self.parks = parks
      self.password = password
      self.line = line
    }
  }
}
