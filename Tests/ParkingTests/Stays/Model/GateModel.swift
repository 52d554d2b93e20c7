import Parking

/// What should happen at the gates of a small park, written from the product's rules alone, in
/// whole seconds and without any of the code that decides.
struct GateModel {
  /// Where a vehicle was last, and what became of it there.
  struct Sight {
    enum Phase: Equatable {
      case waiting(until: Int64)
      case refused, passed, turnedBack
      /// Let in, or known to be inside.
      case entered(stay: Int)
      case settling(stay: Int)
      /// Let out, or gone as a camera reported later.
      case left(stay: Int)
    }

    var boothID: String
    var lastRead: Int64
    var phase: Phase
    var releasedAt: Int64?
    var pressedAt: Int64?
    /// What was read at an exit of the vehicle that an attendant said it to be.
    var readAs: String?
  }

  struct Stay {
    var number: Int
    var plate: String
    /// Nil when nobody saw it enter.
    var enter: Int64?
    var isTemporary: Bool
    var couponMinutes = 0
    var quote: Quote?
    /// It came in by a late report although it is blacklisted.
    var isBanned = false
  }

  /// How a stay ended at an exit.
  struct Departure {
    let boothID: String
    let releasedAt: Int64
    /// Somebody let it out, or there was nothing to pay.
    let isLetOut: Bool
    /// What the last press said, and when.
    var press: String?
    var pressedAt: Int64?
  }

  struct Quote {
    var boothID: String
    var leave: Int64
    var until: Int64
    var total: Int
    var coupon: Int
    /// The leases on which it was fixed.
    var leases: [Range<Int64>] = []
  }

  var now: Int64
  let places: Int
  let waits: Bool
  var monthly: Set<String> = []
  var banned: Set<String> = []
  /// Windows of lease by plate.
  var leases: [String: [Range<Int64>]] = [:]
  var sights: [String: Sight] = [:]
  var stays: [String: Stay] = [:]
  /// By the stay's number.
  var departures: [Int: Departure] = [:]
  /// The newest read of each vehicle that belongs to a stay.
  var known: [String: Int64] = [:]
  /// What waits at an entry's barrier: a plate, or "" for a vehicle without one.
  var fronts: [String: String] = [:]
  /// The newest vehicle at an exit's barrier.
  var exitFronts: [String: String] = [:]
  /// Where a vehicle was before it stood at an exit without a known entry.
  var beforeStanding: [String: Sight?] = [:]
  /// Until when the plateless vehicle at an entry waits.
  var registering: [String: Int64] = [:]
  var money = 0
  var unresolved = 0
  var voided = 0
  /// Vehicles that came in by a lease alone, and quotes of which a lease made a part free.
  var (leasedIn, partlyLeased) = (0, 0)
  private var lastNumber = 0

  init(now: Int64, places: Int, waits: Bool) {
    (self.now, self.places, self.waits) = (now, places, waits)
  }

  var inside: Int { stays.values.count { $0.enter != nil } }

  /// The stay of a vehicle from now or then on; an old one is unresolved.
  mutating func begin(_ plate: String, at time: Int64?, isTemporary: Bool) -> Int {
    if stays[plate] != nil { unresolved += 1 }
    lastNumber += 1
    stays[plate] = Stay(
      number: lastNumber, plate: plate, enter: time, isTemporary: isTemporary)
    return lastNumber
  }

  /// The vehicle's sight that a read at `boothID` at `time` continues.
  func continued(_ plate: String, at boothID: String, _ time: Int64) -> Sight? {
    guard let sight = sights[plate], sight.boothID == boothID, sight.phase != .turnedBack,
      time >= sight.lastRead, time - sight.lastRead <= 300
    else { return nil }
    return sight
  }

  /// Another vehicle came to the barrier of an entry.
  mutating func comes(_ plate: String, to boothID: String) {
    if let front = fronts[boothID], front != plate || plate.isEmpty {
      if front.isEmpty {
        registering[boothID] = nil
      } else if var sight = sights[front], sight.boothID == boothID, case .waiting = sight.phase {
        sight.phase = .passed
        sights[front] = sight
      }
      if var sight = beforeStanding[front] ?? nil, sight.boothID == boothID,
        case .waiting = sight.phase
      {
        sight.phase = .passed
        beforeStanding[front] = sight
      }
    }
    fronts[boothID] = plate
  }
}
