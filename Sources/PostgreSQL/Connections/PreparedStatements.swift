/// The statements that a session has prepared, by the places of their literals, the texts made at
/// run time and the types of the parameters.
struct PreparedStatements {
  /// What makes two statements the same one.
  struct Key: Hashable {
    private let parts: [SQL.Part]
    private let texts: [String]

    init(_ sql: SQL) { (parts, texts) = (sql.parts, sql.texts) }

    /// By the ends alone: to look at all of the dozens of parts takes longer than to compare with
    /// the rare statement that begins and ends in the same places.
    func hash(into hasher: inout Hasher) {
      var mixed = UInt(parts.count)
      if let first = parts.first { mixed = mixed &* 31 &+ first.number }
      if let last = parts.last { mixed = mixed &* 31 &+ last.number }
      hasher.combine(mixed)
      for text in texts { hasher.combine(text.utf8.count) }
    }
  }

  /// How many to keep. Programs have some dozens; past this all are dropped, for a program that
  /// makes its texts at run time.
  static let capacity = 256

  private var names: [Key: String] = [:]
  private var made = 0

  var isFull: Bool { names.count >= Self.capacity }

  /// The name that the session knows the statement by; nil when it does not.
  func name(_ key: Key) -> String? { names[key] }

  /// Chooses a name, never used before in this session, and remembers the statement.
  mutating func add(_ key: Key) -> String {
    made += 1
    let name = "s\(made)"
    names[key] = name
    return name
  }

  mutating func remove(_ key: Key) {
    names[key] = nil
  }

  mutating func removeAll() {
    names.removeAll()
  }
}

extension SQL.Part {
  /// Differs where the parts do, mostly.
  fileprivate var number: UInt {
    switch self {
    case .literal(let piece): UInt(bitPattern: piece.utf8Start)
    case .text(let place): UInt(place)
    case .placeholder(let type): UInt(type)
    }
  }
}
