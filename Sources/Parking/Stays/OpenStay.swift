/// A vehicle that is inside, or that stands at an exit although nobody saw it enter.
public struct OpenStay: Sendable, Equatable {
  public let stayID: Int64
  /// The matching key; a plateless vehicle's is its ticket.
  public let plate: String
  public let license: String
  public let kind: PlateKind
  public let category: Category
  /// Nil when nobody saw it enter.
  public let enterTime: Instant?
  public let enterBoothID: String?
  public let enterArrivalID: Int64?
  public let enterPicture: [UInt8]?
  /// The version in force at entry, which prices the whole stay; nil when the park had none.
  public let tariffVersionID: Int32?
  /// Kept when the stay is quoted anew.
  public var couponMinutes = 0
  public var settlement: Settlement?

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
