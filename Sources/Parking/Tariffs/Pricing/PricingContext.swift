/// What is known of a stay besides its times. What is unknown keeps its default, which meets no
/// condition.
public struct PricingContext: Sendable {
  /// A stay of the same vehicle in the same park that ended before.
  public struct EarlierStay: Sendable, Hashable {
    /// When it began.
    public let enter: Instant
    /// When it ended.
    public let leave: Instant
    /// What was charged for it.
    public let fee: Money

    /// An earlier stay with its fee.
    public init(enter: Instant, leave: Instant, fee: Money) {
      self.enter = enter
      self.leave = leave
      self.fee = fee
    }
  }

  /// The park's time zone.
  public var timeZone: ParkTimeZone
  /// Public holidays, for rules that ask for the kind of a day.
  public var calendar: HolidayCalendar
  /// The vehicle's class in the tariff's words: `small`, `large`, `motorcycle`…
  public var vehicle: String?
  /// Whether the vehicle has a new-energy plate (green).
  public var isNewEnergy = false
  /// What is known of its driver: `disabled`, `patient`, `resident`…
  public var persons: Set<String> = []
  /// The part of the park, in the tariff's words.
  public var zone: String?
  /// The class of the bay, in the tariff's words.
  public var bay: String?
  /// The entrance, in the tariff's words.
  public var entrance: String?
  /// Seconds spent at a charger.
  public var chargingSeconds = 0
  /// Earlier stays of the vehicle, as far back as the tariff looks (a day, mostly).
  public var earlier: [EarlierStay] = []
  /// Which entry of the vehicle within 24 h this is, from 1; nil to count `earlier`.
  public var entryNumber: Int?

  /// A stay of which nothing more is known.
  public init(timeZone: ParkTimeZone, calendar: HolidayCalendar = HolidayCalendar()) {
    self.timeZone = timeZone
    self.calendar = calendar
  }

  /// Which entry within 24 h a stay that begins at `enter` (seconds) is.
  func entryNumber(at enter: Int64) -> Int {
    entryNumber ?? 1
      + earlier.count { $0.enter.seconds > enter - 86_400 && $0.enter.seconds <= enter }
  }
}
