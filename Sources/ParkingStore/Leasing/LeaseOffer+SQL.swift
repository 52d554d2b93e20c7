internal import Parking
internal import PostgreSQL

extension LeaseOffer {
  /// The columns that `optional` reads, of the table alias `o`.
  static let columns: SQL = """
    o.is_open, o.deadline, o.start_time::text, o.end_time::text, o.is_sat, o.is_sun, o.is_holiday,
    o.price::bigint, o.start_price::bigint, o.holiday_price::bigint
    """

  private static let columnCount = 10

  /// Reads an offer; nil where an outer join found none.
  static func optional(_ columns: inout RowDecoder) throws(DatabaseError) -> LeaseOffer? {
    guard let isOpen = try columns.next(Bool?.self) else {
      for _ in 1..<columnCount { _ = try columns.nextCell() }
      return nil
    }
    return try LeaseOffer(isOpen: isOpen, &columns)
  }

  /// Reads an offer.
  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    try self.init(isOpen: columns.next(), &columns)
  }

  private init(isOpen: Bool, _ columns: inout RowDecoder) throws(DatabaseError) {
    let deadline = CivilDate(dayNumber: Int(try columns.next(SQLDate.self).days))
    let start = CivilTime(try columns.next(String.self)) ?? .midnight
    let end = CivilTime(try columns.next(String.self)) ?? .midnight
    let flags: [AllDay] = [.saturdays, .sundays, .holidays]
    var allDay: AllDay = []
    for flag in flags where try columns.next(Bool.self) { allDay.insert(flag) }
    self.init(
      isOpen: isOpen, deadline: deadline, start: start, end: end, allDay: allDay,
      price: try columns.next(), startPrice: try columns.next(), holidayPrice: try columns.next())
  }
}
