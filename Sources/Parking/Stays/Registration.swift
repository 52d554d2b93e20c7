/// What the registry says of a plate at a park, from an instant to an instant.
public struct Registration: Sendable, Equatable {
  /// How it is charged.
  public let category: Category
  /// From its first instant to the first one after it.
  public let validity: Interval
  /// The vehicle's class in the tariff's words; nil when the registry does not say.
  public let vehicleClass: String?
  /// What is known of its driver, in the tariff's words: `disabled`, `resident`…
  public let persons: [String]

  /// Made of its parts.
  public init(
    category: Category, validity: Interval, vehicleClass: String? = nil, persons: [String] = []
  ) {
    self.category = category
    self.validity = validity
    self.vehicleClass = vehicleClass
    self.persons = persons
  }
}

extension Category {
  /// The category of a plate that arrives at `time`: blacklisted before free before monthly,
  /// else temporary (rule 2).
  public init(of registrations: [Registration], at time: Instant) {
    let held = Set(registrations.lazy.filter { $0.validity.contains(time) }.map(\.category))
    let order: [Category] = [.blacklisted, .free, .monthly]
    self = order.first(where: held.contains) ?? .temporary
  }
}

extension Array where Element == Registration {
  /// The stretches of time that are free of charge under a card or the free list (fee law).
  public var rights: [Interval] {
    filter { $0.category == .monthly || $0.category == .free }.map(\.validity)
  }

  /// Those that hold at some moment of a stay: a patient is registered after the arrival.
  func during(_ enter: Instant, _ leave: Instant) -> [Registration] {
    filter { $0.validity.start <= leave && $0.validity.end > enter }
  }
}
