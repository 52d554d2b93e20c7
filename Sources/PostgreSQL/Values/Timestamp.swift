/// A `timestamptz`: a point in time with the resolution of PostgreSQL.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// `infinity`, later than every other.
  public static let infinity = Timestamp(microseconds: .max)

  /// `-infinity`, earlier than every other.
  public static let negativeInfinity = Timestamp(microseconds: .min)

  /// Microseconds since 1970-01-01 00:00:00 UTC.
  public var microseconds: Int64

  /// A point in time by its microseconds since 1970-01-01 00:00:00 UTC.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Whether `left` is earlier.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }

  /// PostgreSQL counts from 2000-01-01: 10,957 days later.
  private static let epoch: Int64 = 10_957 * 86_400 * 1_000_000

  /// The first and the last that PostgreSQL accepts: 4714-11-24 BC to the end of AD 294276,
  /// counted from 2000-01-01.
  private static let storable: ClosedRange<Int64> =
    -211_813_488_000_000_000...9_223_371_331_199_999_999
}

extension Timestamp: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `timestamptz`
  public static var sqlType: SQLType { .timestamptz }

  /// Writes eight bytes. A time before 4714 BC is refused.
  public func encode(into writer: inout ParameterWriter) {
    guard self != .infinity, self != .negativeInfinity else {
      return writer.append(microseconds)
    }
    let (stored, overflow) = microseconds.subtractingReportingOverflow(Self.epoch)
    guard !overflow, Self.storable.contains(stored) else {
      return writer.fail("a timestamp is out of PostgreSQL's range")
    }
    writer.append(stored)
  }

  /// Reads a `timestamptz`; one after AD 294247 does not fit and is `badColumn`.
  public init(cell: Cell) throws(DatabaseError) {
    let stored = try cell.integer(Int64.self, cell.bytes(of: .timestamptz, "timestamptz"))
    guard stored != .max, stored != .min else {
      self.init(microseconds: stored)
      return
    }
    let (microseconds, overflow) = stored.addingReportingOverflow(Self.epoch)
    guard !overflow else { throw cell.failure("is too late for a Timestamp") }
    self.init(microseconds: microseconds)
  }
}
