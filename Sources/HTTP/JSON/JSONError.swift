/// Why a text is not JSON that we read.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// The text ends inside a value, or is empty.
    case endOfText
    /// A byte that RFC 8259 does not allow here.
    case unexpectedByte
    /// Something follows the value.
    case trailingBytes
    /// Digits that are no number, such as `01` or `1.`.
    case malformedNumber
    /// A backslash with something else behind it than RFC 8259, 7 lists.
    case malformedEscape
    /// An unescaped control character in a string.
    case controlCharacter
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// Half of a surrogate pair, which no UTF-8 text can hold.
    case loneSurrogate
    /// U+0000: valid JSON, but a text parameter of PostgreSQL's protocol ends there.
    case nul
    /// Two members of one object with this name.
    case repeatedName(String)
    /// Arrays and objects nested deeper than asked for.
    case tooDeep
    /// More values than asked for.
    case tooMany
  }

  /// What is wrong.
  public let reason: Reason
  /// Where, in bytes from the start.
  public let offset: Int

  /// An error at an offset in bytes.
  public init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// Reason and offset, without anything of the text.
  public var description: String {
    let words =
      switch reason {
      case .endOfText: "the text ends too early"
      case .unexpectedByte: "unexpected byte"
      case .trailingBytes: "bytes after the value"
      case .malformedNumber: "malformed number"
      case .malformedEscape: "malformed escape"
      case .controlCharacter: "unescaped control character"
      case .invalidUTF8: "invalid UTF-8"
      case .loneSurrogate: "half of a surrogate pair"
      case .nul: "U+0000"
      case .repeatedName: "a name given twice"
      case .tooDeep: "nested too deeply"
      case .tooMany: "too many values"
      }
    return "\(words) at byte \(offset)"
  }
}
