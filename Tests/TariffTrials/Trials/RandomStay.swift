internal import Parking

/// A stay of random length, now and then cut by a right, in whole ticks of so many seconds.
struct RandomStay {
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

  /// What no right covers, in seconds since 1970.
  var chargeable: [(start: Int, end: Int)] {
    guard let right, right.end > right.start else { return [(enter, leave)] }
    return [(enter, min(leave, right.start)), (max(enter, right.end), leave)]
      .filter { $0.0 < $0.1 }
  }

  /// The engine's quote, of the stay or of one that lasts so many seconds longer.
  func quote(
    _ tariff: Tariff, _ context: PricingContext, longer: Int = 0
  ) throws(PricingError) -> Quote {
    let rights = right.map {
      [
        Interval(
          start: Instant(seconds: Int64($0.start)), end: Instant(seconds: Int64($0.end)))
      ]
    }
    return try tariff.price(
      enter: Instant(seconds: Int64(enter)), leave: Instant(seconds: Int64(leave + longer)),
      free: rights ?? [], context: context)
  }
}

extension RandomStay: CustomStringConvertible {
  /// `1700000000–1700003600, right 1700000000–1700001800`, in seconds since 1970.
  var description: String {
    "\(enter)–\(leave)" + (right.map { ", right \($0.start)–\($0.end)" } ?? "")
  }
}
