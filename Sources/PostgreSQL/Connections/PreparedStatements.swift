/// The statements that a session has prepared, by text and types of the parameters.
struct PreparedStatements {
  /// What makes two statements the same one.
  struct Key: Hashable {
    let parts: [SQL.Part]

    init(_ sql: SQL) { parts = sql.parts }

    /// By the lengths alone: to read a thousand bytes for each poll costs more than the rare pair
    /// of statements whose pieces are equally long. The pieces themselves are literals, which
    /// compare by their address.
    func hash(into hasher: inout Hasher) {
      var lengths = parts.count
      for part in parts {
        if case .text(let piece) = part { lengths = lengths &* 31 &+ piece.utf8.count }
      }
      hasher.combine(lengths)
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
