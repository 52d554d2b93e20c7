internal import Foundation
package import Parking

/// Random stays under random tariffs, in batches: what a batch tries depends on the seed and on its
/// number alone, so batches can run at the same time and one can be run again.
package struct TariffTrial: Sendable {
  /// How many stays a batch has.
  package static let batchSize = 1_000
  /// How many stays one random tariff prices.
  private static let staysOfTariff = 20
  private static let zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York"]

  private let seed: UInt64
  private let contexts: [PricingContext]

  /// Trials that the seed decides.
  package init(seed: UInt64) {
    self.seed = seed
    contexts = Self.zones.compactMap {
      ParkTimeZone(identifier: $0).map { PricingContext(timeZone: $0) }
    }
  }

  /// Prices stays, and longer ones, and compares each with what leaps from change to change add up
  /// to: never less than 0, never less for staying longer, and their lines add up.
  package func stays(batch: Int, count: Int = batchSize) throws {
    var random = generator(batch, salt: 1)
    for number in 0..<count / Self.staysOfTariff {
      let model = TariffModel.random(&random)
      let tariff = try Tariff(json: model.json)
      let context = random.pick(contexts)
      let zone = TimeZone(identifier: context.timeZone.identifier) ?? .gmt
      for _ in 0..<Self.staysOfTariff {
        let days = random.pick([1, 1, 1, 1, 2, 2, 4, 40])
        let stay = RandomStay(&random, tick: 1, longest: days * 86_400)
        let place = Place(number, batch, stay, model)
        let quote = try stay.quote(tariff, context)
        try check(quote, place)
        let longer = Int.random(in: 1...random.pick([60, 7_200, 86_400]), using: &random)
        guard
          try model.mayDecrease
            || stay.quote(tariff, context, longer: longer).total >= quote.total
        else {
          throw place.failure("costs less when it lasts \(longer) s longer")
        }
        let intervals = stay.chargeable
        let leap = Leap(model: model, zone: zone, start: intervals.first?.start ?? 0)
        try same(quote, leap.fee(intervals), place)
      }
    }
  }

  /// Prices stays and compares each with a walk through every tick of so many seconds.
  package func walks(batch: Int, count: Int, tick: Int, longest: Int) throws {
    var random = generator(batch, salt: 2)
    for number in 0..<count {
      let model = TariffModel.random(&random)
      let tariff = try Tariff(json: model.json)
      let context = random.pick(contexts)
      let zone = TimeZone(identifier: context.timeZone.identifier) ?? .gmt
      let stay = RandomStay(&random, tick: tick, longest: longest)
      let intervals = stay.chargeable
      let walk = Walk(model: model, tick: tick, zone: zone, start: intervals.first?.start ?? 0)
      try same(
        try stay.quote(tariff, context), walk.fee(intervals), Place(number, batch, stay, model))
    }
  }

  /// Decodes documents that were changed at random, and prices stays by those that are tariffs
  /// still: a document has errors, a stay a fee of at least 0 whose lines add up or a reason, and
  /// nothing crashes.
  ///
  /// - Parameter documents: tariffs to change, besides random ones.
  /// - Returns: how many of the changed documents were tariffs still.
  @discardableResult
  package func documents(batch: Int, count: Int, of documents: [Document]) throws -> Int {
    var random = generator(batch, salt: 3)
    var taken = 0
    for number in 0..<count {
      let model = TariffModel.random(&random)
      var original = try Document(json: model.json)
      if !documents.isEmpty, random.chance(70) { original = random.pick(documents) }
      guard let tariff = DocumentMutation.tariff(from: original, &random) else { continue }
      taken += 1
      for _ in 0..<3 {
        let stay = RandomStay(&random, tick: 1, longest: random.pick([7_200, 90_000, 3_000_000]))
        let context = DocumentMutation.context(random.pick(contexts), before: stay.enter, &random)
        guard let quote = try? stay.quote(tariff, context) else { continue }
        try check(quote, Place(number, batch, stay, tariff.json))
      }
    }
    return taken
  }

  private func generator(_ batch: Int, salt: UInt64) -> SeededGenerator {
    var mixed = SeededGenerator(seed: seed &+ salt &* 0xD1B5_4A32_D192_ED03)
    return SeededGenerator(seed: mixed.next() &+ UInt64(batch) &* 0x2545_F491_4F6C_DD1D)
  }

  private func check(_ quote: Quote, _ place: Place) throws {
    guard quote.total >= .zero else { throw place.failure("costs \(quote.total.fen)") }
    let sum = quote.lines.reduce(0) { $0 + $1.amount.fen }
    guard sum == quote.total.fen else {
      throw place.failure("costs \(quote.total.fen), and its lines add up to \(sum)")
    }
  }

  private func same(_ quote: Quote, _ other: Int, _ place: Place) throws {
    guard quote.total.fen == other else {
      throw place.failure("costs \(quote.total.fen), and \(other) by the other implementation")
    }
  }

  /// Which stay of which batch.
  private struct Place {
    private let number: Int
    private let batch: Int
    private let stay: RandomStay
    private let tariff: () -> String

    init(_ number: Int, _ batch: Int, _ stay: RandomStay, _ model: TariffModel) {
      (self.number, self.batch, self.stay) = (number, batch, stay)
      tariff = { model.json }
    }

    init(_ number: Int, _ batch: Int, _ stay: RandomStay, _ json: String) {
      (self.number, self.batch, self.stay) = (number, batch, stay)
      tariff = { json }
    }

    func failure(_ fault: String) -> TrialFailure {
      TrialFailure(
        description: "tariff \(number) of batch \(batch): the stay \(stay) \(fault): \(tariff())")
    }
  }
}
