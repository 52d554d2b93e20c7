internal import Foundation
internal import Parking

/// Where the clocks and calendars put each moment of a stay under a random tariff: in which window,
/// and in which group of each scope. Shares no code with the engine but civil dates.
struct Whereabouts {
  /// A moment's place.
  struct Place {
    /// Nil outside all windows.
    var window: Int?
    /// The group of each scope by its name.
    var scopes: [String: Int]
  }

  private let model: TariffModel
  private let zone: TimeZone
  private let start: Int
  private let startWall: Int
  private let names: [String]

  init(_ model: TariffModel, zone: TimeZone, start: Int) {
    self.model = model
    self.zone = zone
    self.start = start
    startWall = start + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(start)))
    let used =
      model.free.map(\.per) + model.caps.map(\.per)
      + model.windows.flatMap { $0.free.map(\.per) + $0.caps.map(\.per) } + [model.count]
    names = Set(used).subtracting(["stay", "cycle", "window"]).sorted()
  }

  /// What the clocks show, in seconds since 1970 on the same wall.
  func wall(_ time: Int) -> Int {
    time + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
  }

  func place(_ time: Int) -> Place {
    let wall = wall(time)
    let cycle = group(model.cycle ?? "stay", time, wall)
    var window: Int?
    var occurrence = 0
    for (index, candidate) in model.windows.enumerated() {
      if let began = began(candidate, wall / 86_400, wall % 86_400 / 60) {
        window = index
        occurrence = model.isPlain ? 0 : began * 100 + index + 1
        break
      }
    }
    var scopes = ["stay": 0, "cycle": cycle, "window": occurrence * 10_000 + cycle]
    for name in names { scopes[name] = group(name, time, wall) }
    return Place(window: window, scopes: scopes)
  }

  /// Whether a place costs something.
  func isPriced(_ place: Place) -> Bool {
    place.window.map { model.windows[$0].steps != nil } ?? false
  }

  /// Which of the pieces, each with its seconds, thresholds make free.
  func freed(_ pieces: [(place: Place, seconds: Int)]) -> Set<Int> {
    var freed: Set<Int> = []
    var periods = model.free.map { (period: $0, window: Int?.none) }
    for (index, window) in model.windows.enumerated() {
      periods += window.free.map { ($0, Int?.some(index)) }
    }
    for (period, only) in periods where !period.isDeducted {
      var used: [Int: Int] = [:]
      var members: [Int: [Int]] = [:]
      for (index, piece) in pieces.enumerated() where only == nil || piece.place.window == only {
        let group = piece.place.scopes[period.per] ?? 0
        let isPriced = isPriced(piece.place)
        if isPriced { members[group, default: []].append(index) }
        if isPriced || period.countsParked { used[group, default: 0] += piece.seconds }
      }
      for (group, list) in members {
        let limit = period.minutes * 60
        let seconds = used[group] ?? 0
        if period.isStrict ? seconds < limit : seconds <= limit { freed.formUnion(list) }
      }
    }
    return freed
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

  /// The number of a scope's group, counted from the start of the session.
  private func group(_ name: String, _ time: Int, _ wall: Int) -> Int {
    switch name {
    case "24 h": (time - start) / 86_400
    case "12 h": (time - start) / 43_200
    case "7 days": (time - start) / 604_800
    case "day": wall / 86_400 - startWall / 86_400
    case "week": (wall / 86_400 + 3) / 7 - (startWall / 86_400 + 3) / 7
    case "month": month(wall / 86_400) - month(startWall / 86_400)
    default: 0
    }
  }

  private func month(_ day: Int) -> Int {
    let (year, month, _) = CivilDate(dayNumber: day).parts
    return year * 12 + month
  }
}
