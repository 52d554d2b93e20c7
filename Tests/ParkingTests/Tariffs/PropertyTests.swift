import Foundation
import Parking
import Testing

/// Random stays under random tariffs. The seed is printed and can be given by `GATEHOUSE_SEED`; how
/// many are tried, by `GATEHOUSE_FUZZ`.
@Suite("Random stays under random tariffs")
struct PropertyTests {
  static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["GATEHOUSE_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("GATEHOUSE_SEED=\(seed)")
    return seed
  }()

  static func count(_ sample: Int) -> Int {
    ProcessInfo.processInfo.environment["GATEHOUSE_FUZZ"].flatMap { Int($0) } ?? sample
  }

  /// A stay of random length, now and then cut by a right, in whole ticks.
  private struct Stay {
    let enter: Int
    let leave: Int
    let right: (start: Int, end: Int)?

    init(_ random: inout SeededGenerator, tick: Int, longest: Int) {
      enter = Int.random(in: 1_600_000_000..<1_900_000_000, using: &random) / tick * tick
      let length = random.pick([longest / 50, longest / 10, longest / 3, longest])
      leave = enter + Int.random(in: 0...length, using: &random) / tick * tick
      if random.chance(20) {
        let start = enter + Int.random(in: -3_600...length, using: &random) / tick * tick
        right = (start, start + Int.random(in: 0...length, using: &random) / tick * tick)
      } else {
        right = nil
      }
    }

    var rights: [Interval] {
      right.map { [interval($0.start, $0.end)] } ?? []
    }

    var chargeable: [(start: Int, end: Int)] {
      guard let right, right.end > right.start else { return [(enter, leave)] }
      return [(enter, min(leave, right.start)), (max(enter, right.end), leave)]
        .filter { $0.0 < $0.1 }
    }

    private func interval(_ start: Int, _ end: Int) -> Interval {
      Interval(start: Instant(seconds: Int64(start)), end: Instant(seconds: Int64(end)))
    }

    func quote(_ tariff: Tariff, _ context: PricingContext, longer: Int = 0) throws -> Quote {
      try tariff.price(
        enter: Instant(seconds: Int64(enter)), leave: Instant(seconds: Int64(leave + longer)),
        free: rights, context: context)
    }
  }

  @Test(
    "cost what a walk through every minute or second adds up to",
    arguments: [("Asia/Shanghai", 60), ("Europe/Berlin", 60), ("Asia/Shanghai", 1)])
  func equalToWalk(zone: String, tick: Int) throws {
    try compare(
      zone: zone, tick: tick, longest: tick == 1 ? 20_000 : 4 * 86_400,
      count: min(10_000, Self.count(tick == 1 ? 6 : 60)), seed: Self.seed
    ) { model, zone, start, intervals in
      Walk(model: model, tick: tick, zone: zone, start: start).fee(intervals)
    }
  }

  @Test(
    "cost what leaps from change to change add up to",
    arguments: ["Asia/Shanghai", "Europe/Berlin", "America/New_York"])
  func equalToLeaps(zone: String) throws {
    try compare(
      zone: zone, tick: 1, longest: 40 * 86_400, count: Self.count(150), seed: Self.seed &+ 3
    ) { model, zone, start, intervals in
      Leap(model: model, zone: zone, start: start).fee(intervals)
    }
  }

  /// Prices random stays by the engine and by another implementation.
  private func compare(
    zone: String, tick: Int, longest: Int, count: Int, seed: UInt64,
    with fee: (TariffModel, TimeZone, Int, [(start: Int, end: Int)]) -> Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    let context = PricingContext(timeZone: try #require(ParkTimeZone(identifier: zone)))
    let otherZone = TimeZone(identifier: zone) ?? .gmt
    for number in 0..<count {
      let model = TariffModel.random(&random)
      let tariff = try Tariff(json: model.json)
      let stay = Stay(&random, tick: tick, longest: longest)
      let quote = try stay.quote(tariff, context)
      let intervals = stay.chargeable
      let expected = fee(model, otherZone, intervals.first?.start ?? 0, intervals)
      try #require(
        quote.total.fen == expected,
        """
        stay \(number) of seed \(Self.seed): \(stay.enter)–\(stay.leave), right \
        \(String(describing: stay.right)), \(model.json)
        """)
    }
  }

  @Test("never cost less for staying longer, never less than 0, and their lines add up")
  func invariants() throws {
    var random = SeededGenerator(seed: Self.seed &+ 1)
    let context = PricingContext(timeZone: Fixtures.shanghai)
    for number in 0..<Self.count(300) {
      let model = TariffModel.random(&random)
      let tariff = try Tariff(json: model.json)
      let stay = Stay(&random, tick: 1, longest: random.pick([7_200, 86_400, 40 * 86_400]))
      let quote = try stay.quote(tariff, context)
      let longer = try stay.quote(
        tariff, context, longer: Int.random(in: 1...random.pick([60, 7_200]), using: &random))
      let place: Comment =
        "stay \(number) of seed \(Self.seed): \(stay.enter)–\(stay.leave) \(model.json)"
      try #require(quote.total >= .zero, place)
      try #require(longer.total >= quote.total, place)
      try #require(quote.lines.reduce(0) { $0 + $1.amount.fen } == quote.total.fen, place)
      try #require(try Quote(json: quote.jsonText) == quote, place)
    }
  }
}
