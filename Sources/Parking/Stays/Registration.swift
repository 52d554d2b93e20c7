/// What the registry says of a plate at a park, from an instant to an instant.
public struct Registration: Sendable, Equatable {
  /// How it is charged.
  public let category: Category
  /// From its first instant to the first one after it.
  public let validity: Interval

  /// Made of its parts.
  public init(category: Category, validity: Interval) {
    self.category = category
    self.validity = validity
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
}
