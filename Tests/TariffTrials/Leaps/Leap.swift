internal import Foundation

/// A third implementation of the tariff language: leaps from one change of window, scope, cap or free
/// time to the next, and computes what lies between in one go.
struct Leap {
  let model: TariffModel
  let zone: TimeZone
  let start: Int

  /// The fee of a session of these intervals (seconds since 1970).
  func fee(_ intervals: [(start: Int, end: Int)]) -> Int {
    let whereabouts = Whereabouts(model, zone: zone, start: start)
    let pieces = intervals.flatMap { interval in
      let cuts = cuts(interval, whereabouts)
      return zip(cuts, cuts.dropFirst()).map {
        (place: whereabouts.place($0.0), seconds: $0.1 - $0.0)
      }
    }
    let freed = whereabouts.freed(pieces)
    var state = LeapState(model: model)
    for (index, piece) in pieces.enumerated() where !freed.contains(index) {
      guard let window = piece.place.window, let steps = model.windows[window].steps else {
        continue
      }
      state.take(piece.seconds, window, steps, piece.place.scopes)
    }
    guard let percent = model.feePercent else { return state.total }
    return (state.total * percent + 50) / 100
  }

  /// Every moment at which anything might change, both ends included.
  private func cuts(_ interval: (start: Int, end: Int), _ whereabouts: Whereabouts) -> [Int] {
    var cuts: Set<Int> = [interval.start, interval.end]
    for seconds in [43_200, 604_800] {
      var time = start
      while time < interval.end {
        cuts.insert(time)
        time += seconds
      }
    }
    let marks = Set(model.windows.flatMap { [$0.hours?.start ?? 0, $0.hours?.end ?? 0] } + [0])
    for day in (interval.start / 86_400 - 1)...(interval.end / 86_400 + 1) {
      for mark in marks {
        let wall = day * 86_400 + mark * 60
        // Both offsets of a day on which the clocks change.
        for guess in [wall - 43_200, wall + 43_200] {
          cuts.insert(wall - (whereabouts.wall(guess) - guess))
        }
      }
    }
    return cuts.filter { $0 >= interval.start && $0 <= interval.end }.sorted()
  }
}
