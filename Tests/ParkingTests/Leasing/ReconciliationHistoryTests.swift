import Parking
import TariffTrials
import Testing

/// A partner and we, with orders that come late, cancellations and readings that fail, by chance.
@Suite("Reconciliation over time")
struct ReconciliationHistoryTests {
  @Test(
    "What the partner kept is never taken back, and in the end both have the same",
    arguments: 0..<300 as Range<UInt64>)
  func histories(seed: UInt64) {
    var history = LeaseHistory(seed: seed)
    for step in 0..<60 { history.live(step) }
    for step in [400, 403] { history.read(at: step, isComplete: true) }
    #expect(history.faults.isEmpty, "seed \(seed): \(history.faults)")
    #expect(Set(history.held.keys) == history.partner, "seed \(seed)")
  }
}

/// The model: what the partner has, what we hold, and what went wrong.
struct LeaseHistory {
  private(set) var partner: Set<LeasedWindow> = []
  /// Our windows, each with when its newest order came.
  private(set) var held: [LeasedWindow: Instant] = [:]
  /// Steps at which something was taken back that must not be.
  private(set) var faults: [String] = []

  private var absences: [LeasedWindow: HeldWindow.Absence] = [:]
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// One of: an order, whose push may be lost; a cancellation; a reading, one in four of them cut.
  mutating func live(_ step: Int) {
    let leased = Self.leased(Int.random(in: 0..<6, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      partner.insert(leased)
      if Bool.random(using: &random) { held[leased] = Self.instant(step) }
    case 1: partner.remove(leased)
    default: read(at: step, isComplete: Int.random(in: 0..<4, using: &random) > 0)
    }
  }

  /// A reading that takes one of the three minutes of a step.
  mutating func read(at step: Int, isComplete: Bool) {
    let began = Self.instant(step)
    var seen = partner
    if !isComplete { seen = partner.filter { _ in Bool.random(using: &random) } }
    let reading = OrderReading(
      began: began, ended: began.advanced(bySeconds: 60), windows: seen, isComplete: isComplete)
    var rule = ReconciliationRule()
    rule.isConfirmed = true
    apply(
      Reconciliation(held: windows, reading: reading, now: reading.ended, rule: rule), reading,
      step)
  }

  private mutating func apply(_ result: Reconciliation, _ reading: OrderReading, _ step: Int) {
    for window in result.takenBack {
      if partner.contains(window.leased) || !reading.isComplete { faults.append("step \(step)") }
      held[window.leased] = nil
      absences[window.leased] = nil
    }
    for window in result.found { absences[window.leased] = nil }
    for window in result.absent {
      let isVoid = absences[window.leased].map { window.receivedAt >= $0.began } ?? true
      if isVoid {
        absences[window.leased] = .init(began: reading.began, ended: reading.ended)
      }
    }
    for leased in result.lacking { held[leased] = reading.ended }
  }

  private var windows: [HeldWindow] {
    held.enumerated().map { index, entry in
      HeldWindow(
        id: Int64(index), leased: entry.key, beginsAt: Self.instant(10_000),
        receivedAt: entry.value, absence: absences[entry.key])
    }
  }

  private static func instant(_ step: Int) -> Instant { Instant(seconds: Int64(step) * 180) }

  private static func leased(_ number: Int) -> LeasedWindow {
    LeasedWindow(
      plate: "苏E0000\(number)",
      window: LeaseWindow(
        date: CivilDate(dayNumber: 20_002), start: .midnight, end: .midnight))
  }
}
