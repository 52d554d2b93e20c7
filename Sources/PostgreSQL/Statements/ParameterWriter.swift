/// Where a value writes itself in PostgreSQL's binary format.
///
/// A type of ours usually writes nothing itself but passes the writer to the value it stands on:
/// `func encode(into writer: inout ParameterWriter) { fen.encode(into: &writer) }`.
public struct ParameterWriter: Sendable {
  var bytes: [UInt8] = []
  var isNull = false
  private(set) var failure: String?

  /// Makes the value NULL.
  public mutating func null() {
    isNull = true
  }

  /// Refuses the value: the statement is not sent and throws `badParameter`.
  ///
  /// - Parameter reason: must not quote the value, since errors are logged.
  public mutating func fail(_ reason: String) {
    if failure == nil { failure = reason }
  }

  mutating func append(_ integer: some FixedWidthInteger) {
    // One by one: to append a sequence takes twice as long as these few.
    withUnsafeBytes(of: integer.bigEndian) { for byte in $0 { bytes.append(byte) } }
  }

  /// Writes a 32-bit length, then what `body` writes; −1 when that is NULL.
  mutating func appendCounted(_ body: (inout ParameterWriter) -> Void) {
    let start = bytes.count
    append(Int32(0))
    isNull = false
    body(&self)
    let count = bytes.count - start - 4
    if isNull, count > 0 { bytes.removeLast(count) }
    if count > Int32.max { fail("a value is longer than 2 GB") }
    let length = isNull ? -1 : Int32(clamping: count)
    isNull = false
    withUnsafeBytes(of: length.bigEndian) { counted in
      for (index, byte) in counted.enumerated() { bytes[start + index] = byte }
    }
  }
}
