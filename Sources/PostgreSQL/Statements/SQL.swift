/// A statement of SQL whose values are bound, never spliced.
///
/// Written as a string literal: an interpolated value becomes a parameter (`$1`), an interpolated
/// `SQL` becomes part of the text with its parameters renumbered. There is no way to interpolate
/// text except ``init(unsafeRaw:)``.
///
/// ```swift
/// let open: SQL = "left_at is null"
/// try connection.query("select id from parking.stay where plate = \(plate) and \(open)")
/// ```
public struct SQL: Sendable {
  /// A piece of the statement. It is put together when the statement is prepared, which happens
  /// once in a session, and not each time it runs.
  enum Part: Sendable, Equatable {
    case text(String)
    /// A value of this type, by PostgreSQL's object identifier.
    case placeholder(UInt32)
  }

  var parts: [Part]
  var parameters = Parameters()

  init(parts: [Part]) {
    self.parts = parts
  }

  /// Text that goes into the statement as it is: identifiers that this program made itself.
  ///
  /// Never give it anything that came from outside.
  public init(unsafeRaw text: String) {
    self.init(parts: [.text(text)])
  }

  /// Fragments one after another with a separator between them, for lists made at run time.
  public static func joined(_ fragments: [SQL], separator: SQL = ", ") -> SQL {
    var joined = SQL(parts: [])
    for (index, fragment) in fragments.enumerated() {
      if index > 0 { joined.append(separator) }
      joined.append(fragment)
    }
    return joined
  }

  /// Appends another fragment; its parameters are numbered after those already here.
  public mutating func append(_ fragment: SQL) {
    parts.append(contentsOf: fragment.parts)
    if !fragment.parameters.isEmpty { parameters.append(contentsOf: fragment.parameters) }
  }

  mutating func append<Value: SQLEncodable>(_ value: Value) {
    parts.append(.placeholder(Value.sqlType.oid))
    parameters.append(value)
  }

  /// The whole text, with `$1` and so on for the values.
  var text: String {
    var text = ""
    var number = 0
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .placeholder:
        number += 1
        text += "$\(number)"
      }
    }
    return text
  }

  /// The types of the values, by PostgreSQL's object identifiers.
  var types: [UInt32] {
    parts.compactMap { part in
      if case .placeholder(let type) = part { type } else { nil }
    }
  }

  /// Whether U+0000 is in it, where libpq would end it.
  var holdsNUL: Bool {
    parts.contains { part in
      guard case .text(let piece) = part else { return false }
      return piece.holdsNUL
    }
  }
}

extension SQL: CustomStringConvertible, CustomReflectable {
  /// The statement's text with `$1` in place of values: values stay out of logs.
  public var description: String { text }

  /// Nothing but the text, so that a dump shows no values either.
  public var customMirror: Mirror { Mirror(self, children: ["text": text]) }
}
