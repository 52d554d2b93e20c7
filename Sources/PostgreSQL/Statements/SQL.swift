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
  var text: String
  var parameters: Parameters

  init(text: String, parameters: Parameters) {
    self.text = text
    self.parameters = parameters
  }

  /// Text that goes into the statement as it is: identifiers that this program made itself.
  ///
  /// Never give it anything that came from outside.
  public init(unsafeRaw text: String) {
    self.init(text: text, parameters: Parameters())
  }

  /// Fragments one after another with a separator between them, for lists made at run time.
  public static func joined(_ fragments: [SQL], separator: SQL = ", ") -> SQL {
    var joined = SQL(unsafeRaw: "")
    for (index, fragment) in fragments.enumerated() {
      if index > 0 { joined.append(separator) }
      joined.append(fragment)
    }
    return joined
  }

  /// Appends another fragment; its parameters are numbered after those already here.
  public mutating func append(_ fragment: SQL) {
    guard !fragment.parameters.isEmpty else {
      text += fragment.text
      return
    }
    let source = fragment.text.utf8
    var copied = source.startIndex
    for (index, slot) in fragment.parameters.slots.enumerated() {
      let start = source.index(source.startIndex, offsetBy: slot.textOffset)
      text += fragment.text[copied..<start]
      appendPlaceholder()
      parameters.append(slot, index, of: fragment.parameters, textOffset: placeholderOffset)
      copied = source.index(start, offsetBy: Self.placeholderLength(index + 1))
    }
    text += fragment.text[copied...]
    parameters.adoptFailure(of: fragment.parameters)
  }

  mutating func append(_ value: some SQLEncodable) {
    appendPlaceholder()
    parameters.append(value, textOffset: placeholderOffset)
  }

  /// Where the placeholder that was written last begins, in UTF-8 bytes.
  private var placeholderOffset: Int {
    text.utf8.count - Self.placeholderLength(parameters.count + 1)
  }

  private mutating func appendPlaceholder() {
    text += "$"
    text += String(parameters.count + 1)
  }

  /// The bytes of `$` and a number.
  private static func placeholderLength(_ number: Int) -> Int {
    var length = 2
    var rest = number / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    return length
  }
}

extension SQL: CustomStringConvertible, CustomReflectable {
  /// The statement's text with `$1` in place of values: values stay out of logs.
  public var description: String { text }

  /// Nothing but the text, so that a dump shows no values either.
  public var customMirror: Mirror { Mirror(self, children: ["text": text]) }
}
