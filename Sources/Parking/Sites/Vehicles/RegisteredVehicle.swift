/// What a plate is at a park, from an instant to an instant: a line of the registry.
public struct RegisteredVehicle: Hashable, Sendable {
  /// The normalised plate.
  public var plate: String
  /// Monthly, free or blacklisted; temporary only with a class or words about its driver.
  public var category: Category
  /// First instant of the right; nil: always.
  public var validFrom: Instant?
  /// First instant after it; nil: for ever.
  public var validUntil: Instant?
  /// The vehicle's class in the words of the park's tariff: `large`, `motorcycle`; empty when the
  /// plate tells.
  public var vehicleClass = ""
  /// What is known of its driver, in the words of the park's tariff, each once: `disabled`.
  public var persons: [String] = []
  /// The clerk's remark.
  public var note: String

  /// A vehicle with its period.
  public init(
    plate: String, category: Category, validFrom: Instant? = nil, validUntil: Instant? = nil,
    note: String = ""
  ) {
    self.plate = plate
    self.category = category
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.note = note
  }

  /// By which a vehicle is known again: plate, category and the beginning of its right.
  public struct Key: Hashable, Sendable {
    /// The normalised plate.
    public let plate: String
    /// The category.
    public let category: Category
    /// First instant of the right.
    public let validFrom: Instant?
  }

  /// By which this vehicle is known again.
  public var key: Key { Key(plate: plate, category: category, validFrom: validFrom) }
}
