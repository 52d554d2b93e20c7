/// Writes JSON straight into bytes, without a tree and without Foundation.
///
/// Commas and colons are its own affair:
///
///     writer.object {
///       $0.member("code", 0)
///       $0.member("plates") { $0.array { $0.string("苏E88888") } }
///     }
///
/// It escapes what RFC 8259 demands, and U+2028 and U+2029, which end a line of JavaScript.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  private var needsComma = false

  /// An empty text, with room for that many bytes.
  public init(capacity: Int = 512) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object, whose members `write` adds with `member`.
  public mutating func object<Failure: Error>(
    _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    try write(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array, whose elements `write` adds one after the other.
  public mutating func array<Failure: Error>(
    _ write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    try write(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    begin()
    appendQuoted(text)
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    begin()
    appendDigits(of: value)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    begin()
    if value { append("true") } else { append("false") }
  }

  /// Writes `null`.
  public mutating func null() {
    begin()
    append("null")
  }

  /// Writes a number whose literal is known to follow the grammar, as that of a `JSON` that was
  /// read does.
  public mutating func number(literal: String) {
    begin()
    bytes += literal.utf8
  }

  /// Writes a value that is JSON already, such as a stored answer or a `json` column.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    begin()
    bytes += json
  }

  /// Writes a member's name; its value must follow.
  public mutating func name(_ name: String) {
    begin()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member's name that has nothing to escape; its value must follow.
  mutating func name(plain name: StaticString) {
    begin()
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func append(_ word: StaticString) {
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: part)
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  private mutating func begin() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
