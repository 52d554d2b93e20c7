/// A request's parameters, from its query and its body together.
///
/// A body is `application/x-www-form-urlencoded`, `multipart/form-data`, or an `application/json`
/// object; UTF-8 always. A name given twice anywhere is an error, since the two ends could
/// disagree about which counts, and so are invalid UTF-8 and U+0000, at which PostgreSQL's protocol
/// would cut a text. Names are compared byte by byte; PHP's brackets are plain letters of a name.
public struct Parameters: Sendable {
  /// How much a request may hold. The transport limits the bytes.
  public struct Limits: Sendable {
    /// The most parameters.
    public var count: Int
    /// The most JSON arrays and objects that may be open at once.
    public var depth: Int

    /// Limits that fit every URL.
    public init(count: Int = 4096, depth: Int = 64) {
      self.count = count
      self.depth = depth
    }
  }

  enum Value: Sendable {
    case text(String)
    case json(JSON)
    case file(UploadedFile)
  }

  private struct Entry: Sendable, Named {
    let name: String
    let value: Value
  }

  private let limits: Limits
  private var entries: [Entry] = []
  private var seen = NameSet()

  /// Reads the parameters of a request.
  ///
  /// A body needs a Content-Type that is known: there is no guess. An empty body has no parameters
  /// whatever its type, but for a POST of JSON or multipart, where no bytes are malformed bytes.
  public init(_ request: Request, limits: Limits = Limits()) throws(ParameterError) {
    self.limits = limits
    try addForm(request.query)
    if !request.body.isEmpty || request.method == .post { try addBody(request) }
  }

  /// Whether the parameter was given, as whatever.
  public func contains(_ name: String) -> Bool { find(name) != nil }

  /// Every parameter with its text, in the order in which they came; nil where it has none, as
  /// `text` says. What a partner signs, and lists in PHP's brackets.
  public var pairs: [(name: String, text: String?)] {
    entries.map { entry in
      switch entry.value {
      case .text(let text): (entry.name, text)
      case .json(let json): (entry.name, json.text)
      case .file: (entry.name, nil)
      }
    }
  }

  /// The names, in the order in which they came.
  public var names: [String] { entries.map(\.name) }

  /// The files of a multipart body, in order.
  public var files: [UploadedFile] {
    entries.compactMap { entry in
      guard case .file(let file) = entry.value else { return nil }
      return file
    }
  }

  /// The parameter's text. A JSON string, number or truth value is its text; null, an array, an
  /// object and a file have none, as if the parameter were absent.
  public func text(_ name: String) -> String? {
    switch find(name) {
    case .text(let text): text
    case .json(let json): json.text
    case .file, nil: nil
    }
  }

  /// The parameter as JSON: a text of query or form is a string. nil if it is absent or a file.
  public func value(_ name: String) -> JSON? {
    switch find(name) {
    case .text(let text): .string(text)
    case .json(let json): json
    case .file, nil: nil
    }
  }

  /// The parameter's file; nil if it is absent or no file.
  public func file(_ name: String) -> UploadedFile? {
    guard case .file(let file) = find(name) else { return nil }
    return file
  }

  /// Adds one; every way into the parameters leads through here.
  mutating func add(_ name: String, _ value: Value) throws(ParameterError) {
    guard entries.count < limits.count else { throw .tooMany(limit: limits.count) }
    guard seen.insert(name, to: entries) else { throw .repeated(name: name) }
    entries.append(Entry(name: name, value: value))
  }

  /// The most JSON arrays and objects that may be open at once.
  var maximumDepth: Int { limits.depth }

  private func find(_ name: String) -> Value? {
    entries.index(named: name).map { entries[$0].value }
  }
}
