extension SiteFile {
  /// A car park.
  public struct Park: Sendable {
    /// Whether a temporary vehicle's barrier opens at once or waits for the attendant.
    public enum TemporaryEntry: String, Sendable, CaseIterable {
      case open
      case wait
    }

    /// How far ahead of its window a leased vehicle is let in unless the file says otherwise.
    public static let usualLeaseLeadMinutes = 60

    /// How long a vehicle is inside before somebody looks, unless the file says otherwise.
    public static let usualLongStayHours = 72
    /// How many days devices' events are kept as they came unless the file says otherwise.
    public static let usualRawEventDays = 30

    /// The number by which partners and programs name it (`park_sn`).
    public var id: String
    /// What drivers call it.
    public var name: String
    /// The zone of its clocks, windows and days.
    public var timeZone: ParkTimeZone
    /// Places in all.
    public var places: Int
    /// What happens to a temporary vehicle at an entry.
    public var temporaryEntry = TemporaryEntry.open
    /// How many minutes before its window a leased vehicle is let in.
    public var leaseLeadMinutes = Park.usualLeaseLeadMinutes
    /// A vehicle that is inside for more hours is put on the review list.
    public var longStayHours = Park.usualLongStayHours
    /// The address of the code by which a driver pays at an exit; nil: none is shown.
    public var paymentURL: PaymentURL?
    /// How many days its devices' events are kept as they came.
    public var rawEventDays = Park.usualRawEventDays
    /// How many leases may overlap before the operator is told; nil: as many as there are places.
    public var leasePlaces: Int?
    /// Its off-peak terms; nil leaves them as they are.
    public var leaseOffer: Offer?
    /// What prices its stays; nil: every fee is an attendant's decision.
    public var tariff: Reference?
    /// Degrees as text; empty when unknown.
    public var longitude = ""
    /// Degrees as text; empty when unknown.
    public var latitude = ""
    /// The host names by which booths reach it, in lower case.
    public var hosts: [String]?
    /// Networks whose terminals need no credential.
    public var trustedNetworks: [Network]?
    /// Its lanes, in the order of lists.
    public var booths: [Booth]?
    /// Terminals with a bearer token of their own.
    public var terminals: [Terminal]?
    /// The vehicles that the file keeps; what came by CSV or console is not among them.
    public var vehicles: [RegisteredVehicle]?
    /// Where it stands in the file.
    public var line: Int?

    /// A park without any section.
    public init(id: String, name: String, timeZone: ParkTimeZone, places: Int, line: Int? = nil) {
      self.id = id
      self.name = name
      self.timeZone = timeZone
      self.places = places
      self.line = line
    }
  }
}
