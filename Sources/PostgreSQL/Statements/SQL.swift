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
  /// A piece of the statement, whose text is put together when it is prepared, once in a session.
  /// The pieces are copied each time it runs, so there is nothing in them whose references count.
  enum Part: Sendable {
    case literal(StaticString)
    /// Text made at run time, by its place in `texts`.
    case text(Int)
    /// A value of this type, by PostgreSQL's object identifier.
    case placeholder(UInt32)
  }

  var parts: [Part]
  var texts: [String] = []
  var parameters = Parameters()

  init(parts: [Part]) {
    self.parts = parts
  }

  /// Text that goes into the statement as it is: identifiers that this program made itself.
  ///
  /// Never give it anything that came from outside.
  public init(unsafeRaw text: String) {
    self.init(parts: [.text(0)])
    texts = [text]
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
    if fragment.texts.isEmpty {
      parts.append(contentsOf: fragment.parts)
    } else {
      let shift = texts.count
      parts.append(
        contentsOf: fragment.parts.map { part in
          if case .text(let place) = part { .text(place + shift) } else { part }
        })
      texts.append(contentsOf: fragment.texts)
    }
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
      case .literal(let piece): text += piece.description
      case .text(let place): text += texts[place]
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
}

extension SQL.Part: Equatable {
  /// Literals are the same where they stand at the same address: one place in the program.
  static func == (left: SQL.Part, right: SQL.Part) -> Bool {
    switch (left, right) {
    case (.literal(let left), .literal(let right)):
      left.utf8Start == right.utf8Start && left.utf8CodeUnitCount == right.utf8CodeUnitCount
    case (.text(let left), .text(let right)): left == right
    case (.placeholder(let left), .placeholder(let right)): left == right
    default: false
    }
  }
}

extension SQL: CustomStringConvertible, CustomReflectable {
  /// The statement's text with `$1` in place of values: values stay out of logs.
  public var description: String { text }

  /// Nothing but the text, so that a dump shows no values either.
  public var customMirror: Mirror { Mirror(self, children: ["text": text]) }
}
