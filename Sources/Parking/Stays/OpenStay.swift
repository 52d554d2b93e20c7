/// A vehicle that is inside, or that stands at an exit although nobody saw it enter.
public struct OpenStay: Sendable, Equatable {
  /// The stay's number.
  public let stayID: Int64
  /// The matching key; a plateless vehicle's is its ticket.
  public let plate: String
  /// The plate as the attendant sees it; empty when there is none.
  public let license: String
  /// The layout of its plate.
  public let kind: PlateKind
  /// How it is charged.
  public let category: Category
  /// Nil when nobody saw it enter.
  public let enterTime: Instant?
  /// Where it entered; nil when nobody saw it.
  public let enterBoothID: String?
  /// The arrival that began it; nil when nobody saw it enter.
  public let enterArrivalID: Int64?
  /// SHA-256 of its picture at the entry.
  public let enterPicture: [UInt8]?
  /// The version in force at entry, which prices the whole stay; nil when the park had none.
  public let tariffVersionID: Int32?
  /// The class that its plate shows (`PlateKind.vehicleClass`); nil when no read told.
  public var vehicleClass: String?
  /// Kept when the stay is quoted anew.
  public var couponMinutes = 0
  /// Set while it stands at an exit with its fee fixed.
  public var settlement: Settlement?

  /// Made of its parts.
  public init(
    stayID: Int64, plate: String, license: String, kind: PlateKind, category: Category,
    enterTime: Instant?, enterBoothID: String?, enterArrivalID: Int64?, enterPicture: [UInt8]?,
    tariffVersionID: Int32?, couponMinutes: Int = 0, settlement: Settlement? = nil
  ) {
    self.stayID = stayID
    self.plate = plate
    self.license = license
    self.kind = kind
    self.category = category
    self.enterTime = enterTime
    self.enterBoothID = enterBoothID
    self.enterArrivalID = enterArrivalID
    self.enterPicture = enterPicture
    self.tariffVersionID = tariffVersionID
    self.couponMinutes = couponMinutes
    self.settlement = settlement
  }
}

extension OpenStay {
  /// The settlement at `boothID` if its fee still holds at `now`.
  public func settlement(at boothID: String, now: Instant) -> Settlement? {
    guard let settlement, settlement.boothID == boothID, now < settlement.until else { return nil }
    return settlement
  }
}
