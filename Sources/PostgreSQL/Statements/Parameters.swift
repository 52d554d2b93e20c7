/// The bound values of a statement in PostgreSQL's binary format, one after another.
struct Parameters: Sendable {
  /// One value: its place in `bytes`.
  struct Slot: Sendable {
    /// Bytes from the start of the shared buffer.
    var offset: Int
    /// Bytes of the value; negative for NULL.
    var length: Int
  }

  /// The type of each value, by PostgreSQL's object identifier.
  private(set) var types: [UInt32] = []
  private(set) var slots: [Slot] = []
  private var writer = ParameterWriter()

  var count: Int { slots.count }
  var isEmpty: Bool { slots.isEmpty }
  var bytes: [UInt8] { writer.bytes }

  /// Why a value cannot be sent, without the value; nil when all can.
  var failure: String? {
    if let failure = writer.failure { return failure }
    return count > Int(UInt16.max) ? "a statement has at most 65535 parameters" : nil
  }

  mutating func reserve(_ count: Int) {
    types.reserveCapacity(count)
    slots.reserveCapacity(count)
    writer.bytes.reserveCapacity(count * 16)
  }

  mutating func append<Value: SQLEncodable>(_ value: Value) {
    let offset = writer.bytes.count
    writer.isNull = false
    value.encode(into: &writer)
    let length = writer.isNull ? -1 : writer.bytes.count - offset
    types.append(Value.sqlType.oid)
    slots.append(Slot(offset: offset, length: length))
  }

  /// Appends the values of a fragment, and what was wrong with them.
  mutating func append(contentsOf source: Parameters) {
    let start = writer.bytes.count
    writer.bytes.append(contentsOf: source.writer.bytes)
    types.append(contentsOf: source.types)
    for slot in source.slots {
      slots.append(Slot(offset: start + slot.offset, length: slot.length))
    }
    if let failure = source.writer.failure { writer.fail(failure) }
  }
}
