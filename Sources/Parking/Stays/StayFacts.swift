/// What goes into a fee besides the stay's times, its coupon and the tariff; kept with the quote, so
/// that the stay can be priced again for ever.
public struct StayFacts: Sendable, Equatable {
  /// The time that is free under a card or the free list.
  public var rights: [Interval] = []
  /// The time that is free under a lease.
  public var leases: [Interval] = []
  /// Whether the plate is that of a new-energy vehicle.
  public var isNewEnergy = false
  /// The vehicle's class in the tariff's words; nil when unknown.
  public var vehicleClass: String?
  /// What is known of its driver, in the tariff's words.
  public var persons: Set<String> = []
  /// The booth where it entered; kept with the stay itself.
  public var entrance: String?
  /// Earlier stays of the vehicle in the park, as far back as the tariff looks.
  public var earlier: [PricingContext.EarlierStay] = []

  /// Nothing is known.
  public init() {}

  /// All time that costs nothing.
  public var free: [Interval] { rights + leases }

  /// What the engine is told of the stay, in that zone and with that calendar.
  public func context(
    timeZone: ParkTimeZone, calendar: HolidayCalendar
  ) -> PricingContext {
    var context = PricingContext(timeZone: timeZone, calendar: calendar)
    context.isNewEnergy = isNewEnergy
    context.vehicle = vehicleClass
    context.persons = persons
    context.entrance = entrance
    context.earlier = earlier
    return context
  }
}
