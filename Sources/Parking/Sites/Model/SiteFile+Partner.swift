extension SiteFile {
  /// A system of another company that calls us and that we call, known by its signature.
  public struct Partner: Sendable {
    /// By which its requests name it (`app_id`), unique among all operators.
    public var id: String
    /// What people call it.
    public var name: String
    /// Where its own interface begins (https); empty when nothing is pushed to it.
    public var baseURL = ""
    /// How it is called.
    public var pushFormat = PushFormat.form
    /// Whether it is told what was signed when its signature is wrong.
    public var isSandbox = false
    /// Whether it may sign with MD5.
    public var allowsMD5 = false
    /// Whether `baseURL` may lead to a private address.
    public var allowsPrivateAddress = false
    /// How far its clock may be off.
    public var clockToleranceSeconds = 300
    /// How many requests it may send in a minute.
    public var requestsPerMinute = 600
    /// From where it may call; empty: from anywhere.
    public var networks: [Network] = []
    /// The SHA-256 of the certificate that it has to show, in lower-case hexadecimal digits.
    public var certificate: String?
    /// The parks that it may use.
    public var parks: [Reference] = []
    /// Keys that it has; a file adds keys and takes none away.
    public var keys: [Key]?
    /// Where it stands in the file.
    public var line: Int?

    /// A partner with defaults.
    public init(id: String, name: String, line: Int? = nil) {
      self.id = id
      self.name = name
      self.line = line
    }
  }
}

extension SiteFile.Partner {
  /// How we call a partner (docs/partners.md).
  public enum PushFormat: String, Sendable, CaseIterable {
    /// A form, signed in its parameters.
    case form
    /// A JSON object, signed in headers.
    case json
  }

  /// A key, with which both sides sign.
  public struct Key: Sendable {
    /// Its name (`X-Key-Id`).
    public var id: String
    /// In clear, never a hash: signatures are computed from it.
    public var secret: SiteFile.Secret
    /// Where it stands in the file.
    public var line: Int?

    /// A key with its secret.
    public init(id: String, secret: SiteFile.Secret, line: Int? = nil) {
      self.id = id
      self.secret = secret
      self.line = line
    }
  }
}
