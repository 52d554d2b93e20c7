internal import PostgreSQL

/// A row that a site file describes, as wanted or as stored.
protocol SiteRecord {
  /// By which it is known in the file and in the database.
  associatedtype Key: Hashable

  /// What kind of thing it is, in words.
  static var kind: String { get }
  /// Which one it is, in words.
  static func name(of key: Key) -> String
  /// Selects the columns of `init(_:)`, followed by whether the row is retired.
  static var selection: SQL { get }
  /// Retires or removes a row.
  static func retirement(of key: Key) -> SQL
  /// Whether `retirement` keeps the row.
  static var isKept: Bool { get }

  /// Decodes a row of `selection`.
  init(_ columns: inout RowDecoder) throws(DatabaseError)

  var key: Key { get }
  /// Where it stands in the file.
  var line: Int? { get }
  /// What a newcomer is, in words.
  var summary: [String] { get }
  /// What differs from a stored one, in words; nothing when they are the same.
  func differences(from stored: Self) -> [String]
  /// Statements that free what must be unique and now belongs to another, before any are written.
  func release(from stored: Self) -> [SQL]
  /// Statements that make the row so.
  func write(_ action: SiteChange.Action) -> [SQL]
}

extension SiteRecord {
  static var isKept: Bool { true }

  func release(from stored: Self) -> [SQL] { [] }

  /// All rows of the database.
  static func stored(_ connection: Connection) throws(DatabaseError) -> [StoredRecord<Self>] {
    try connection.query(selection).map { row throws(DatabaseError) in
      var columns = row.columns
      let record = try Self(&columns)
      return StoredRecord(record: record, isRetired: try columns.next())
    }
  }
}

/// A row of the database.
struct StoredRecord<Record: SiteRecord> {
  let record: Record
  let isRetired: Bool
}

/// `key “old” → “new”`, or nothing.
func difference<Value: Equatable>(
  _ name: String, _ old: Value, _ new: Value, _ text: (Value) -> String = { "\($0)" }
) -> [String] {
  old == new ? [] : ["\(name) \(quoted(text(old))) → \(quoted(text(new)))"]
}

private func quoted(_ text: String) -> String { text.isEmpty ? "none" : "“\(text)”" }
