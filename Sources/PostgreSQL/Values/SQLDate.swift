/// A `date`: a day of the calendar, without a time zone.
public struct SQLDate: Hashable, Comparable, Sendable {
  /// `infinity`, later than every other.
  public static let infinity = SQLDate(days: .max)

  /// `-infinity`, earlier than every other.
  public static let negativeInfinity = SQLDate(days: .min)

  /// Days since 1970-01-01.
  public var days: Int32

  /// A day by its distance from 1970-01-01.
  public init(days: Int32) {
    self.days = days
  }

  /// Whether `left` is earlier.
  public static func < (left: SQLDate, right: SQLDate) -> Bool {
    left.days < right.days
  }

  /// PostgreSQL counts from 2000-01-01.
  private static let epoch: Int32 = 10_957

  /// The first and the last that PostgreSQL accepts, counted from 2000-01-01: 4714-11-24 BC to
  /// 5874897-12-31.
  private static let storable: ClosedRange<Int32> = -2_451_545...2_145_031_948
}

extension SQLDate: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `date`
  public static var sqlType: SQLType { .date }

  /// Writes four bytes. A day out of PostgreSQL's range is refused.
  public func encode(into writer: inout ParameterWriter) {
    guard self != .infinity, self != .negativeInfinity else { return writer.append(days) }
    let (stored, overflow) = days.subtractingReportingOverflow(Self.epoch)
    guard !overflow, Self.storable.contains(stored) else {
      return writer.fail("a date is out of PostgreSQL's range")
    }
    writer.append(stored)
  }

  /// Reads a `date`.
  public init(cell: Cell) throws(DatabaseError) {
    let stored = try cell.integer(Int32.self, cell.bytes(of: .date, "date"))
    let isInfinite = stored == .max || stored == .min
    // The last day is far enough from Int32.max that adding the epoch cannot overflow.
    self.init(days: isInfinite ? stored : stored + Self.epoch)
  }
}
