import Parking
import Testing

@Suite("Reconciliation with a partner's orders")
struct ReconciliationTests {
  /// Minutes after the first reading began. Each reading takes one minute.
  private static func minute(_ minutes: Int64) -> Instant { Instant(seconds: minutes * 60) }

  private static func leased(_ plate: String?, day: Int = 2) -> LeasedWindow {
    LeasedWindow(
      plate: plate,
      window: LeaseWindow(
        date: CivilDate(dayNumber: 20_000 + day), start: CivilTime("19:00") ?? .midnight,
        end: CivilTime("06:30") ?? .midnight))
  }

  private static func held(
    _ plate: String? = "苏E88888", day: Int = 2, id: Int64 = 1, begins: Int64 = 600,
    received: Int64 = -60, absentAt: Int64? = nil
  ) -> HeldWindow {
    HeldWindow(
      id: id, leased: leased(plate, day: day), beginsAt: minute(begins),
      receivedAt: minute(received),
      absence: absentAt.map { HeldWindow.Absence(began: minute($0), ended: minute($0 + 1)) })
  }

  private static func reading(
    _ windows: Set<LeasedWindow> = [], at began: Int64, isComplete: Bool = true
  ) -> OrderReading {
    OrderReading(
      began: minute(began), ended: minute(began + 1), windows: windows, isComplete: isComplete)
  }

  private func reconcile(
    _ held: [HeldWindow], _ reading: OrderReading, rule: ReconciliationRule = .init()
  ) -> Reconciliation {
    Reconciliation(held: held, reading: reading, now: reading.ended, rule: rule)
  }

  /// What becomes of one window that the reading lacks.
  enum Fate { case nothing, absent, takenBack }

  @Test(
    "A window that is no longer listed",
    arguments: [
      // begins, received, the first reading that lacked it, this reading, complete, fate
      (600, -60, nil, 0, true, Fate.absent),
      (600, -60, 0, 6, true, .takenBack),  // five minutes from the end of the first
      (600, -60, 0, 5, true, .absent),  // four
      (600, -60, 0, 600, true, .nothing),  // it begins at that very minute
      (6, -60, 0, 6, true, .nothing),  // it begins while the second is read
      (7, -60, 0, 6, true, .nothing),  // and at its end
      (8, -60, 0, 6, true, .takenBack),
      (-10, -60, nil, 0, true, .nothing),  // it has begun
      (600, 0, nil, 0, true, .nothing),  // came as the first began
      (600, 1, nil, 0, true, .nothing),  // or later
      (600, 3, 0, 6, true, .absent),  // sold again after the first reading: that one is void
      (600, 0, 0, 6, true, .absent),  // at its very beginning
      (600, 6, 0, 6, true, .nothing),  // sold again while the second is read
      (600, -60, nil, 0, false, .nothing),  // a partial reading says nothing of what it lacks
      (600, -60, 0, 6, false, .nothing),
    ] as [(Int64, Int64, Int64?, Int64, Bool, Fate)])
  func missing(
    begins: Int64, received: Int64, absentAt: Int64?, at: Int64, isComplete: Bool, fate: Fate
  ) {
    let window = Self.held(begins: begins, received: received, absentAt: absentAt)
    let result = reconcile([window], Self.reading(at: at, isComplete: isComplete))
    #expect(result.absent == (fate == .absent ? [window] : []))
    #expect(result.takenBack == (fate == .takenBack ? [window] : []))
    #expect(result.heldBack.isEmpty)
    #expect(result.found.isEmpty)
  }

  @Test(
    "A window that is listed stays, and an absence that was noted is void",
    arguments: [true, false])
  func listed(isComplete: Bool) {
    let windows = [Self.held(id: 1), Self.held(day: 3, id: 2, absentAt: 0)]
    let result = reconcile(
      windows,
      Self.reading(
        [Self.leased("苏E88888"), Self.leased("苏E88888", day: 3)], at: 6, isComplete: isComplete))
    #expect(result.found == [windows[1]])
    #expect(result.takenBack.isEmpty && result.absent.isEmpty && result.lacking.isEmpty)
  }

  @Test("What we lack is added, from a partial reading too, in order", arguments: [true, false])
  func lacking(isComplete: Bool) {
    let listed: Set = [
      Self.leased("苏E88888", day: 4), Self.leased("苏E88888"), Self.leased("苏E11111"),
      Self.leased(nil, day: 3),
    ]
    let result = reconcile(
      [Self.held("苏E11111")], Self.reading(listed, at: 0, isComplete: isComplete))
    #expect(
      result.lacking == [
        Self.leased("苏E88888"), Self.leased(nil, day: 3), Self.leased("苏E88888", day: 4),
      ])
  }

  @Test("A window without a plate is the same one that has a plate by now")
  func nameless() {
    let result = reconcile(
      [Self.held("苏E88888", absentAt: 0)], Self.reading([Self.leased(nil)], at: 6))
    #expect(result.lacking.isEmpty)
    #expect(result.takenBack.isEmpty)
    #expect(result.found.count == 1)
    let named = reconcile([Self.held(nil)], Self.reading([Self.leased("苏E88888")], at: 0))
    #expect(named.lacking == [Self.leased("苏E88888")])
  }

  @Test(
    "More than the share is not taken back, but asked about",
    arguments: [
      // windows that have not begun, of them gone, share in percent, confirmed, taken back
      (1, 1, 20, false, 1), (2, 1, 20, false, 1), (2, 2, 20, false, 0), (10, 2, 20, false, 2),
      (10, 3, 20, false, 0), (10, 10, 20, false, 0), (10, 10, 20, true, 10), (10, 5, 50, false, 5),
      (10, 1, 0, false, 1), (10, 2, 0, false, 0), (100, 20, 20, false, 20), (100, 21, 20, false, 0),
    ])
  func share(pending: Int, gone: Int, share: Int, isConfirmed: Bool, takenBack: Int) {
    var rule = ReconciliationRule()
    rule.share = share
    rule.isConfirmed = isConfirmed
    let windows = (0..<pending).map {
      Self.held("苏E\(10000 + $0)", id: Int64($0), absentAt: 0)
    }
    let begun = Self.held(day: -9, id: 1000, begins: -100)
    let listed = Set(windows.dropFirst(gone).map(\.leased))
    let result = reconcile(windows + [begun], Self.reading(listed, at: 6), rule: rule)
    #expect(result.takenBack.count == takenBack)
    #expect(result.heldBack.count == gone - takenBack)
    #expect(Set(result.takenBack + result.heldBack) == Set(windows.prefix(gone)))
  }
}
