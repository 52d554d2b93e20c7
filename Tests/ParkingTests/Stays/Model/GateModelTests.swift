import Foundation
import Parking
import Testing

/// Random days at the gates, decided by `Situation` and by `GateModel`, which must agree.
///
/// `GATEHOUSE_MODEL_EVENTS` sets how many events there are, 100,000 unless said, and
/// `GATEHOUSE_MODEL_SEED` the first seed.
@Suite("Random days at the gates")
struct GateModelTests {
  static let eventsOfDay = 5_000

  static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    let events = environment["GATEHOUSE_MODEL_EVENTS"].flatMap(Int.init) ?? 100_000
    let first =
      environment["GATEHOUSE_MODEL_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64.max)
    return (0..<max(1, events / eventsOfDay)).map { first &+ UInt64($0) }
  }()

  @Test("go as a model of the rules says", arguments: seeds)
  func days(seed: UInt64) throws {
    var day = RandomDay(seed: seed)
    for event in 1...Self.eventsOfDay {
      try day.next()
      if let difference = day.difference() {
        Issue.record("GATEHOUSE_MODEL_SEED=\(seed), event \(event), \(day.story): \(difference)")
        return
      }
    }
  }

  @Test("have leases in part, windows that are taken back, payments, and stays by the hundred")
  func contents() throws {
    // One day in itself may have few of each.
    let days = try (1...8 as ClosedRange<UInt64>).map { seed in
      var day = RandomDay(seed: seed)
      for _ in 1...Self.eventsOfDay { try day.next() }
      return day
    }
    #expect(days.reduce(0) { $0 + $1.model.partlyLeased } > 5)
    #expect(days.reduce(0) { $0 + $1.takenBack } > 5)
    #expect(days.reduce(0) { $0 + $1.model.leasedIn } > 0)
    #expect(days.reduce(0) { $0 + $1.world.finished.count } > 100)
    #expect(days.reduce(0) { $0 + $1.world.payments.count } > 5)
  }
}
