internal import Foundation

/// A second implementation of the tariff language: walks through a stay tick by tick and asks at
/// each tick what this tick alone costs. It shares no code with the engine.
struct Walk {
  let model: TariffModel
  /// Seconds of a tick: 1, or 60 when all times are whole minutes.
  let tick: Int
  let zone: TimeZone
  let start: Int

  /// The fee of a session of these intervals (seconds since 1970, multiples of the tick).
  func fee(_ intervals: [(start: Int, end: Int)]) -> Int {
    let whereabouts = Whereabouts(model, zone: zone, start: start)
    let pieces = intervals.flatMap { interval in
      stride(from: interval.start, to: interval.end, by: tick).map {
        (place: whereabouts.place($0), seconds: tick)
      }
    }
    var state = State(model: model, tick: tick, freed: whereabouts.freed(pieces))
    for (index, piece) in pieces.enumerated() {
      guard let window = piece.place.window, model.windows[window].steps != nil else { continue }
      state.take(index, window, piece.place.scopes)
    }
    guard let percent = model.feePercent else { return state.total }
    return (state.total * percent + 50) / 100
  }
}
