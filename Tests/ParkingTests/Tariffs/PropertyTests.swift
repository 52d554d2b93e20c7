import Foundation
import Parking
import TariffTrials
import Testing

/// A sample of what `make fuzz` tries by the million. The seed is printed and can be given by
/// `GATEHOUSE_SEED`.
@Suite("Random stays under random tariffs")
struct PropertyTests {
  private static let trial: TariffTrial = {
    let given = ProcessInfo.processInfo.environment["GATEHOUSE_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("GATEHOUSE_SEED=\(seed)")
    return TariffTrial(seed: seed)
  }()

  @Test(
    "cost what leaps from change to change add up to, never less than 0, never less for longer ones",
    arguments: 0..<4)
  func stays(batch: Int) throws {
    try Self.trial.stays(batch: batch, count: 100)
  }

  @Test("cost what a walk through every minute or second adds up to", arguments: [60, 1])
  func walks(tick: Int) throws {
    try Self.trial.walks(
      batch: 0, count: tick == 1 ? 20 : 120, tick: tick, longest: tick == 1 ? 20_000 : 4 * 86_400)
  }

  @Test("Documents that were changed at random have errors or give fees, and crash nothing")
  func documents() throws {
    let tariffs = try Fixtures.tariffs.map { try Fixtures.tariff($0).document }
    #expect(try Self.trial.documents(batch: 0, count: 2_000, of: tariffs) > 20)
  }
}
