/// A registered vehicle as people write it, in a site file or a CSV file: seven texts.
///
/// A date of `validUntil` is the last day: the right ends at the next midnight of the park. With a
/// time, it is the first instant after the right.
public struct VehicleFields: Hashable, Sendable {
  /// The names of the texts, which are CSV columns and keys of a site file alike.
  public enum Name: String, Sendable, CaseIterable {
    case plate
    case category
    case validFrom = "valid_from"
    case validUntil = "valid_until"
    case vehicleClass = "class"
    case persons = "person"
    case note
  }

  private var texts: [Name: String] = [:]

  /// Empty texts.
  public init() {}

  /// One of the texts; empty when not given.
  public subscript(name: Name) -> String {
    get { texts[name] ?? "" }
    set { texts[name] = newValue }
  }

  /// The texts of a vehicle, with the times of the park's clocks.
  public init(_ vehicle: RegisteredVehicle, zone: ParkTimeZone) {
    self[.plate] = vehicle.plate
    self[.category] = vehicle.category.word
    self[.validFrom] = vehicle.validFrom.map { Self.text(from: $0, zone) } ?? ""
    self[.validUntil] = vehicle.validUntil.map { Self.text(until: $0, zone) } ?? ""
    self[.vehicleClass] = vehicle.vehicleClass
    self[.persons] = vehicle.persons.joined(separator: " ")
    self[.note] = vehicle.note
  }

  private static func text(from instant: Instant, _ zone: ParkTimeZone) -> String {
    let civil = zone.civil(of: instant)
    return zone.midnight(of: civil.date) == instant ? "\(civil.date)" : "\(civil)"
  }

  private static func text(until instant: Instant, _ zone: ParkTimeZone) -> String {
    let civil = zone.civil(of: instant)
    guard zone.midnight(of: civil.date) == instant else { return "\(civil)" }
    return "\(civil.date.advanced(byDays: -1))"
  }
}

extension ParkTimeZone {
  /// The first instant of a day.
  func midnight(of date: CivilDate) -> Instant {
    instant(of: CivilDateTime(date: date, time: .midnight))
  }
}

extension Category {
  /// The word for it in site files and CSV files.
  public var word: String {
    switch self {
    case .temporary: "temporary"
    case .monthly: "monthly"
    case .free: "free"
    case .blacklisted: "blacklisted"
    }
  }

  /// The category of a word; nil for any other text.
  public init?(registryWord word: String) {
    guard let category = Category.allCases.first(where: { $0.word == word }) else { return nil }
    self = category
  }
}
