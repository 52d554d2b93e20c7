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
    #expect(day.model.partlyLeased > 5 && day.takenBack > 5, "seed \(seed)")
    #expect(day.model.leasedIn > 0 || !day.model.waits, "seed \(seed)")
    #expect(day.world.finished.count > 100 && day.world.payments.count > 5, "seed \(seed)")
  }
}
