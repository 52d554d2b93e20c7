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
  }

  var now: Int64
  let places: Int
  let waits: Bool
  var monthly: Set<String> = []
  var banned: Set<String> = []
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
  private var lastNumber = 0

  init(now: Int64, places: Int, waits: Bool) {
    (self.now, self.places, self.waits) = (now, places, waits)
  }

  var inside: Int { stays.values.count { $0.enter != nil } }

  /// The demo tariff, by its words.
  func price(_ enter: Int64, _ leave: Int64) -> Int {
    let seconds = leave - enter
    guard seconds > 30 * 60 else { return 0 }
    let rest = seconds % 86_400
    var part = 0
    if rest > 0 {
      let halfHours = max(0, rest - 3_600 + 1_799) / 1_800
      part = min(4_000, 500 + 200 * Int(halfHours))
    }
    return Int(seconds / 86_400) * 4_000 + part
  }

  func total(_ stay: Stay, _ leave: Int64) -> Int {
    guard let enter = stay.enter, stay.isTemporary else { return 0 }
    return price(enter, leave)
  }

  func coupon(_ stay: Stay, _ leave: Int64, _ total: Int) -> Int {
    guard let enter = stay.enter, stay.isTemporary else { return 0 }
    let earlier = max(enter, leave - Int64(stay.couponMinutes) * 60)
    return min(total, max(0, total - price(enter, earlier)))
  }

  /// The stay of a vehicle from now or then on; an old one is unresolved.
  mutating func begin(_ plate: String, at time: Int64?, isTemporary: Bool) -> Int {
    if stays[plate] != nil { unresolved += 1 }
    lastNumber += 1
    stays[plate] = Stay(number: lastNumber, enter: time, isTemporary: isTemporary)
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
