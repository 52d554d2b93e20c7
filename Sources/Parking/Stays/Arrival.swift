/// One vehicle at one booth: all reads of a plate there, each within 5 minutes of the last and
/// none elsewhere between (rule 1).
public struct Arrival: Sendable, Equatable {
  /// Its number, which booth terminals see as `capture_id`.
  public let arrivalID: Int64
  /// The booth's id, unique in its park.
  public let boothID: String
  /// The matching key; nil when plateless.
  public var plate: String?
  /// What the attendant sees.
  public var license: String
  /// What was read, where an attendant said that it is the vehicle of another plate: then `plate`
  /// and `license` are those of its stay (rule 6).
  public var readLicense: String?
  /// How it is charged.
  public var category: Category
  /// Where it stands.
  public var state: ArrivalState
  /// Its first read, or the press that typed it.
  public var firstReadAt: Instant
  /// Its last read, or the last press that concerned it.
  public var lastReadAt: Instant
  /// Set while it waits, and only then.
  public var waitingUntil: Instant?
  /// The attendant has to type a plate.
  public var needsRegistration = false
  /// The stay's number.
  public var stayID: Int64?
  /// When it entered; nil when nobody saw it.
  public var enterTime: Instant?
  /// The instant it is charged to.
  public var leaveTime: Instant?
  /// Whether it is paid for.
  public var payStatus = PayStatus.unpaid
  /// When the barrier was first opened for it.
  public var releasedAt: Instant?
  /// The last press that concerned it, and what that press said.
  public var pressedAt: Instant?
  /// What that press said, so that the same press is known again.
  public var press: String?
  /// An attendant typed it.
  public var isTyped = false
  /// Released by hand, without payment.
  public var isManual = false
  /// What a coupon took off when it left.
  public var couponAmount = Money.zero
  /// SHA-256 of its first picture.
  public var picture: [UInt8]?

  /// An arrival that begins with a read at `time`.
  public init(
    arrivalID: Int64, boothID: String, plate: String?, license: String, category: Category,
    state: ArrivalState, readAt time: Instant
  ) {
    self.arrivalID = arrivalID
    self.boothID = boothID
    self.plate = plate
    self.license = license
    self.category = category
    self.state = state
    firstReadAt = time
    lastReadAt = time
  }
}

extension Arrival {
  /// Whether it still waits for the attendant at `now` (`enter_flag`).
  public func isWaiting(at now: Instant) -> Bool {
    guard state == .waiting, let waitingUntil else { return false }
    return now < waitingUntil
  }

  /// Whether a read of the same plate at `boothID` at `time` belongs to it.
  func continues(at boothID: String, time: Instant) -> Bool {
    guard self.boothID == boothID, state != .turnedBack, state != .history else { return false }
    return time >= lastReadAt && time <= lastReadAt.advanced(bySeconds: GateRules.arrivalGap)
  }

  /// Whether a press at `now` that says `press` is the last one again, within 3 seconds.
  func isSamePress(_ press: String, at now: Instant) -> Bool {
    guard let pressedAt, self.press == press else { return false }
    return now.seconds(since: pressedAt) < GateRules.samePress
  }

  /// Whether it was let through so recently that a press opens the barrier once more.
  func mayOpenAgain(at now: Instant) -> Bool {
    guard let releasedAt else { return false }
    return now <= releasedAt.advanced(bySeconds: GateRules.openAgain)
  }

  /// Whether the barrier was opened for it at an exit: paid, by hand or with nothing to pay, and
  /// not merely reported later as gone.
  var wasLetOut: Bool { state == .left && (payStatus != .unpaid || isManual) }

  mutating func read(at time: Instant) {
    lastReadAt = max(lastReadAt, time)
    if state == .waiting { wait(from: time) }
  }

  /// A press shows that it stands there still, as a read does (rule 1).
  mutating func press(_ text: String, at now: Instant) {
    lastReadAt = max(lastReadAt, now)
    pressedAt = now
    press = text
  }

  mutating func wait(from time: Instant) {
    state = .waiting
    waitingUntil = time.advanced(bySeconds: GateRules.waiting)
  }

  mutating func end(as state: ArrivalState) {
    self.state = state
    waitingUntil = nil
  }

  /// The barrier opens for it at an entry, and its stay begins.
  mutating func enter(_ stay: OpenStay, at now: Instant) {
    end(as: .entered)
    needsRegistration = false
    category = stay.category
    stayID = stay.stayID
    enterTime = stay.enterTime
    releasedAt = now
  }
}
