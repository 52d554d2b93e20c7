internal import Parking
internal import PostgreSQL

extension CivilDate {
  /// The day as PostgreSQL takes it.
  var sql: SQLDate { SQLDate(days: Int32(clamping: dayNumber)) }
}

extension CivilTime {
  /// The time as PostgreSQL takes it.
  var sql: SQLTime { SQLTime(microseconds: Int64(secondOfDay) * 1_000_000) }
}
