/// The bound values of a statement, each as the protocol sends it: its length in 32 bits, −1 for
/// NULL, and its bytes in PostgreSQL's binary format.
struct Parameters: Sendable {
  private(set) var count = 0
  private var writer = ParameterWriter()

  var isEmpty: Bool { count == 0 }

  /// Why a value cannot be sent, without the value; nil when all can.
  var failure: String? {
    if let failure = writer.failure { return failure }
    return count > Int(UInt16.max) ? "a statement has at most 65535 parameters" : nil
  }

  mutating func reserve(_ count: Int) {
    if count > 0 { writer.bytes.reserveCapacity(count * 16) }
  }

  mutating func append(_ value: some SQLEncodable) {
    writer.appendCounted { value.encode(into: &$0) }
    count += 1
  }

  /// Appends the values of a fragment, and what was wrong with them.
  mutating func append(contentsOf source: Parameters) {
    writer.bytes.append(contentsOf: source.writer.bytes)
    count += source.count
    if let failure = source.writer.failure { writer.fail(failure) }
  }

  /// Gives the bytes of each value in turn; nil for NULL.
  ///
  /// The addresses hold while `body` runs.
  func withValues<Result>(
    _ body: (inout ValueReader) throws -> Result
  ) rethrows -> Result {
    try writer.bytes.withUnsafeBytes { bytes in
      var reader = ValueReader(bytes: bytes)
      return try body(&reader)
    }
  }

  /// Reads the values one after another.
  struct ValueReader {
    fileprivate let bytes: UnsafeRawBufferPointer
    private var offset = 0

    fileprivate init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next value; nil for NULL. It must be there.
    mutating func next() -> UnsafeRawBufferPointer? {
      let counted = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
      let length = Int(Int32(bigEndian: counted))
      offset += 4
      guard length >= 0 else { return nil }
      defer { offset += length }
      return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }
  }
}
