internal import Parking

/// Changes tariffs at random: as trees, whose words another tariff could have, or as bytes.
enum DocumentMutation {
  private static let words = [
    "0", "-1", "1", "00", "1.5", "9999999999999999999", "1000000000", "true", "null", "", "free",
    "24 h", "0 s", "1 s", "10000 days", "window", "cycle", "stay", "day", "month", "2 weeks",
    "08:00-20:00", "20:00-08:00", "00:00-24:00", "fri 18:00 - mon 06:00", "sun 23:59 - sun 00:01",
    "mon", "workday", "holiday", "festival 春节", "02-29..02-28", "2026-02-16", "none", "up", "down",
    "proportional", "deducted", "strict", "parked", "entry", "exit", "split", "JPY", "名字", "\u{0}",
  ]

  /// The tariff that a document is after some changes; nil if it is none.
  static func tariff(from document: Document, _ random: inout SeededGenerator) -> Tariff? {
    var changed = document
    for _ in 0..<random.pick([1, 1, 2, 4]) { changed = change(changed, &random) }
    guard random.chance(30) else { return try? Tariff(changed) }
    var bytes = Array(changed.jsonText.utf8)
    for _ in 0..<random.pick([1, 2, 8]) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(random.pick(Array("0-9\"{}[],:\\eE.".utf8)), at: place)
      }
    }
    return try? Tariff(json: String(decoding: bytes, as: UTF8.self))
  }

  /// Something known of a stay, at random.
  static func context(
    _ base: PricingContext, before enter: Int, _ random: inout SeededGenerator
  ) -> PricingContext {
    var context = base
    context.vehicle = random.pick([nil, "small", "large", "motorcycle"])
    context.isNewEnergy = random.chance(30)
    if random.chance(30) { context.persons = [random.pick(["disabled", "patient", "resident"])] }
    context.chargingSeconds = random.pick([0, 0, 3_600, .max])
    if random.chance(20) { context.entryNumber = random.pick([1, 2, 3, 1_000]) }
    for _ in 0..<random.pick([0, 0, 1, 3]) {
      let start = enter - Int.random(in: -7_200...200_000, using: &random)
      let end = start + Int.random(in: -60...20_000, using: &random)
      context.earlier.append(
        PricingContext.EarlierStay(
          enter: Instant(seconds: Int64(start)), leave: Instant(seconds: Int64(end)),
          fee: Money(fen: random.pick([0, 500, -1, .max]))))
    }
    return context
  }

  /// Changes one place of the tree, or something below it.
  private static func change(_ document: Document, _ random: inout SeededGenerator) -> Document {
    switch document.content {
    case .scalar(let text, let quoted):
      if random.chance(20) { return Document(.scalar(text, quoted: !quoted)) }
      if random.chance(10) { return Document(.sequence([document, document])) }
      return Document(.scalar(random.pick(words), quoted: random.chance(20)))
    case .sequence(var items):
      guard !items.isEmpty else { return Document(.scalar(random.pick(words), quoted: false)) }
      let place = Int.random(in: 0..<items.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: items.remove(at: place)
      case 1: items.insert(items[place], at: 0)
      case 2: items.swapAt(place, 0)
      default: items[place] = change(items[place], &random)
      }
      return Document(.sequence(items))
    case .mapping(var members):
      guard !members.isEmpty else { return Document(.scalar(random.pick(words), quoted: false)) }
      let place = Int.random(in: 0..<members.count, using: &random)
      let member = members[place]
      switch Int.random(in: 0..<8, using: &random) {
      case 0: members.remove(at: place)
      case 1:
        let key = random.pick(keys)
        members.append(Document.Member(key: key, value: member.value))
      default:
        members[place] = Document.Member(key: member.key, value: change(member.value, &random))
      }
      return Document(.mapping(members))
    }
  }

  private static let keys = [
    "for", "each", "until", "price", "total", "round", "per", "kind", "limit", "counting", "times",
    "at_most", "charged_time", "hours", "days", "dates", "except", "rates", "windows", "free",
    "caps",
    "cycle", "count", "when", "name", "surcharges", "variants", "concessions", "crossing",
    "outside",
    "round_stay", "minimum", "fee_percent", "price_percent", "exempt", "day_of", "over_entries",
    "rates_run", "plus_charging", "after_absence", "cycle_from", "cycle_to", "reset_at", "valid_to",
  ]
}
