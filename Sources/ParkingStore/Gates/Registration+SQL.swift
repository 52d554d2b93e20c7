internal import Parking
internal import PostgreSQL

extension Registration {
  /// Reads what the registry says of a plate: arrays of categories, beginnings, ends and words, the
  /// first of which is the vehicle's class.
  static func list(_ columns: inout RowDecoder) throws(DatabaseError) -> [Registration] {
    let categories = try columns.next([Int16].self)
    let starts = try columns.next([Instant].self)
    let ends = try columns.next([Instant].self)
    let words = try columns.next([String].self)
    return zip(zip(categories, words), zip(starts, ends)).compactMap { row, times in
      guard let category = Category(rawValue: Int(row.0)) else { return nil }
      let names = row.1.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      return Registration(
        category: category, validity: Interval(start: times.0, end: times.1),
        vehicleClass: names.first.flatMap { $0.isEmpty ? nil : $0 },
        persons: names.dropFirst().filter { !$0.isEmpty })
    }
  }
}
