/// What has been used and charged up to a moment, for `Leap`.
struct LeapState {
  let model: TariffModel
  private(set) var total = 0
  private var plain = 0
  private var scaled = 0
  private var used: [String: Int] = [:]

  init(model: TariffModel) {
    self.model = model
  }

  /// Takes priced seconds within one window and group of every scope, in stretches within which no
  /// cap of time and no free period ends.
  mutating func take(
    _ seconds: Int, _ window: Int, _ steps: [TariffModel.Step], _ scopes: [String: Int]
  ) {
    func key(_ name: String, _ scope: String) -> String { "\(name)@\(scopes[scope] ?? 0)" }
    var caps = model.caps.enumerated().map { (key("c\($0.offset)", $0.element.per), $0.element) }
    caps += model.windows[window].caps.enumerated().map {
      (key("c\(window).\($0.offset)", $0.element.per), $0.element)
    }
    let free = deductions(window).map { (key("f" + $0.name, $0.period.per), $0.period) }
    let counter = key("n" + (model.sharesCount ? "" : String(window)), model.count)
    var rest = seconds
    while rest > 0 {
      var stretch = rest
      for (name, cap) in caps where cap.isTime {
        stretch = min(stretch, cap.limits[0] * 60 - used[name, default: 0])
      }
      if stretch <= 0 { return }
      let open = free.filter { used[$0.0, default: 0] < $0.1.minutes * 60 }
      for (name, period) in open {
        stretch = min(stretch, period.minutes * 60 - used[name, default: 0])
      }
      for (name, cap) in caps where cap.isTime { used[name, default: 0] += stretch }
      let longest = open.max { first, second in
        first.1.minutes * 60 - used[first.0, default: 0]
          < second.1.minutes * 60 - used[second.0, default: 0]
      }
      for (name, _) in open { used[name, default: 0] += stretch }
      let count = used[counter, default: 0]
      if longest == nil || longest?.1.ratesRun == true { used[counter] = count + stretch }
      if longest == nil {
        let price = LeapState.price(steps, count + stretch, model.rounding)
        charge(price - LeapState.price(steps, count, model.rounding), caps, scopes)
      }
      rest -= stretch
    }
  }

  /// The deducted periods that can hold in a window: of those for one scope the longest.
  private func deductions(_ window: Int) -> [(name: String, period: TariffModel.Free)] {
    var periods: [(name: String, period: TariffModel.Free)] = []
    for (index, period) in model.free.enumerated() where period.isDeducted {
      if let same = periods.firstIndex(where: { $0.period.per == period.per }) {
        if periods[same].period.minutes < period.minutes { periods[same] = ("\(index)", period) }
      } else {
        periods.append(("\(index)", period))
      }
    }
    for (index, period) in model.windows[window].free.enumerated() where period.isDeducted {
      periods.append(("\(window).\(index)", period))
    }
    return periods
  }

  private mutating func charge(
    _ price: Int, _ caps: [(String, TariffModel.Cap)], _ scopes: [String: Int]
  ) {
    var amount = price
    if let percent = model.pricePercent {
      plain += price
      let now = (plain * percent + 50) / 100
      amount = now - scaled
      scaled = now
    }
    for (name, cap) in caps where !cap.isTime {
      let limit = cap.limits[min(scopes[cap.per] ?? 0, cap.limits.count - 1)]
      amount = min(amount, limit - used[name, default: 0])
    }
    for (name, cap) in caps where !cap.isTime { used[name, default: 0] += amount }
    total += amount
  }

  /// What the first `count` seconds of a rate cost.
  private static func price(_ steps: [TariffModel.Step], _ count: Int, _ rounding: String) -> Int {
    var rest = count
    var sum = 0
    for step in steps where rest > 0 {
      let length = min(rest, step.length.map { $0 * 60 } ?? rest)
      rest -= length
      guard let unit = step.unit.map({ $0 * 60 }) else {
        sum += step.price
        continue
      }
      let tail = length % unit
      let least = rounding == "up" ? 0 : rounding == "down" ? unit : (Int(rounding) ?? 0) * 60
      sum += (length / unit + (tail > least ? 1 : 0)) * step.price
    }
    return sum
  }
}
