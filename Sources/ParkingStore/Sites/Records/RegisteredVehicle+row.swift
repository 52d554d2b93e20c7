internal import Parking
internal import PostgreSQL

extension RegisteredVehicle {
  /// Reads plate, category, valid_from, valid_until, vehicle_class, persons and note.
  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    let plate: String = try columns.next()
    let category: Int = try columns.next()
    let from: Timestamp = try columns.next()
    let until: Timestamp = try columns.next()
    let vehicleClass: String = try columns.next()
    let persons: String = try columns.next()
    self.init(
      plate: plate, category: Category(rawValue: category) ?? .blacklisted,
      validFrom: from.finite, validUntil: until.finite, note: try columns.next())
    self.vehicleClass = vehicleClass
    self.persons = persons.split(separator: " ").map(String.init)
  }
}

extension RegisteredVehicle {
  /// The words about its driver as one text.
  var words: String { persons.joined(separator: " ") }
}

extension Timestamp {
  /// The beginning of a right; nil means always.
  init(from instant: Instant?) {
    self = instant.map { Timestamp(microseconds: $0.microseconds) } ?? .negativeInfinity
  }

  /// The end of a right; nil means never.
  init(until instant: Instant?) {
    self = instant.map { Timestamp(microseconds: $0.microseconds) } ?? .infinity
  }

  /// The instant, unless it is infinite.
  var finite: Instant? {
    self == .infinity || self == .negativeInfinity
      ? nil : Instant(microseconds: microseconds)
  }
}
