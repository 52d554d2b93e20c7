import Foundation
import Parking

/// The second implementation of the tariff language: walks through a stay tick by tick and asks at
/// each tick what this tick alone costs. It shares no code with the engine.
struct Walk {
  let model: TariffModel
  /// Seconds of a tick: 1, or 60 when all times are whole minutes.
  let tick: Int
  private let zone: TimeZone
  private let start: Int

  /// One tick's place in windows and scopes.
  private struct Place {
    /// Nil outside all windows.
    var window: Int?
    var scopes: [String: Int]
  }

  init(_ model: TariffModel, tick: Int, zone: TimeZone, start: Int) {
    self.model = model
    self.tick = tick
    self.zone = zone
    self.start = start
  }

  /// The fee of a session of these intervals (seconds since 1970, multiples of the tick).
  func fee(_ intervals: [(start: Int, end: Int)]) -> Int {
    var places: [Place] = []
    for interval in intervals {
      for time in stride(from: interval.start, to: interval.end, by: tick) {
        places.append(place(time))
      }
    }
    var state = State(model: model, tick: tick, freed: freed(places))
    for (index, place) in places.enumerated() {
      guard let window = place.window, model.windows[window].steps != nil else { continue }
      state.take(index, window, place.scopes)
    }
    var total = state.total
    if let percent = model.feePercent { total = (total * percent + 50) / 100 }
    return total
  }

  /// Ticks that a threshold makes free.
  private func freed(_ places: [Place]) -> Set<Int> {
    var freed: Set<Int> = []
    var periods = model.free.map { (period: $0, window: Int?.none) }
    for (index, window) in model.windows.enumerated() {
      periods += window.free.map { ($0, Int?.some(index)) }
    }
    for (period, only) in periods where !period.isDeducted {
      var used: [Int: Int] = [:]
      var members: [Int: [Int]] = [:]
      for (index, place) in places.enumerated() {
        let group = place.scopes[period.per] ?? 0
        let isMine = only == nil || place.window == only
        let isPriced = place.window.map { model.windows[$0].steps != nil } ?? false
        if isMine, isPriced { members[group, default: []].append(index) }
        if isMine, isPriced || period.countsParked { used[group, default: 0] += tick }
      }
      for (group, list) in members {
        let limit = period.minutes * 60
        let seconds = used[group] ?? 0
        if period.isStrict ? seconds < limit : seconds <= limit { freed.formUnion(list) }
      }
    }
    return freed
  }

  private func place(_ time: Int) -> Place {
    let cycle = scope(model.cycle ?? "stay", time)
    var window: Int?
    var occurrence = 0
    let wall = time + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
    let day = wall / 86_400
    let minute = wall % 86_400 / 60
    for (index, candidate) in model.windows.enumerated() {
      if let began = began(candidate, day, minute) {
        window = index
        occurrence = model.isPlain ? 0 : began * 100 + index + 1
        break
      }
    }
    var scopes = ["stay": 0, "cycle": cycle, "window": occurrence * 10_000 + cycle]
    for name in ["day", "week", "month", "24 h", "12 h", "7 days"] {
      scopes[name] = scope(name, time)
    }
    return Place(window: window, scopes: scopes)
  }

  /// The day on which the window's occurrence at a minute of a day began; nil if there is none.
  private func began(_ window: TariffModel.Window, _ day: Int, _ minute: Int) -> Int? {
    func holds(_ day: Int) -> Bool {
      window.weekdays.isEmpty || window.weekdays.contains((day + 3) % 7 + 1)
    }
    guard let hours = window.hours else { return holds(day) ? day : nil }
    if hours.start < hours.end {
      return minute >= hours.start && minute < hours.end && holds(day) ? day : nil
    }
    if minute >= hours.start { return holds(day) ? day : nil }
    return minute < hours.end && holds(day - 1) ? day - 1 : nil
  }

  /// The number of the group from the start of the session.
  private func scope(_ name: String, _ time: Int) -> Int {
    func index(_ time: Int) -> Int {
      let wall = time + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
      let day = wall / 86_400
      switch name {
      case "day": return day
      case "week": return (day + 3) / 7
      case "month":
        let date = CivilDate(dayNumber: day).description.split(separator: "-")
        return (Int(date[0]) ?? 0) * 12 + (Int(date[1]) ?? 0)
      default: return 0
      }
    }
    switch name {
    case "24 h": return (time - start) / 86_400
    case "12 h": return (time - start) / 43_200
    case "7 days": return (time - start) / 604_800
    default: return index(time) - index(start)
    }
  }
}
