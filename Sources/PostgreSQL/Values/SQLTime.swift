/// A `time`: what a clock shows, without a time zone.
public struct SQLTime: Hashable, Comparable, Sendable {
  /// Microseconds since midnight.
  public var microseconds: Int64

  /// A time by its distance from midnight.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Whether `left` is earlier.
  public static func < (left: SQLTime, right: SQLTime) -> Bool {
    left.microseconds < right.microseconds
  }

  /// What PostgreSQL accepts: 00:00 to 24:00.
  private static let storable: ClosedRange<Int64> = 0...86_400_000_000
}

extension SQLTime: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `time`
  public static var sqlType: SQLType { .time }

  /// Writes eight bytes. What is no time of a day is refused.
  public func encode(into writer: inout ParameterWriter) {
    guard Self.storable.contains(microseconds) else {
      return writer.fail("a time is out of PostgreSQL's range")
    }
    writer.append(microseconds)
  }

  /// Reads a `time`.
  public init(cell: Cell) throws(DatabaseError) {
    self.init(microseconds: try cell.integer(Int64.self, cell.bytes(of: .time, "time")))
  }
}
