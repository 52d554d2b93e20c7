extension Walk {
  /// What has been used and charged up to a tick.
  struct State {
    let model: TariffModel
    let tick: Int
    let freed: Set<Int>
    private(set) var total = 0
    private var plain = 0
    private var scaled = 0
    private var counts: [String: Int] = [:]
    private var used: [String: Int] = [:]

    init(model: TariffModel, tick: Int, freed: Set<Int>) {
      self.model = model
      self.tick = tick
      self.freed = freed
    }

    /// Takes one priced tick.
    mutating func take(_ index: Int, _ window: Int, _ scopes: [String: Int]) {
      guard !freed.contains(index), let steps = model.windows[window].steps else { return }
      let caps =
        model.caps.enumerated().map { ("c\($0.offset)", $0.element) }
        + model.windows[window].caps.enumerated().map { ("w\(window).\($0.offset)", $0.element) }
      for (key, cap) in caps where cap.isTime {
        if used[key + group(cap.per, scopes), default: 0] >= cap.limits[0] * 60 { return }
      }
      for (key, cap) in caps where cap.isTime {
        used[key + group(cap.per, scopes), default: 0] += tick
      }
      let deduction = deduct(window, scopes)
      let counter = (model.sharesCount ? "" : "\(window)") + group(model.count, scopes)
      if deduction.isFree, !deduction.ratesRun { return }
      let count = counts[counter, default: 0]
      counts[counter] = count + tick
      if deduction.isFree { return }
      charge(price(steps, count), caps, scopes)
    }

    private func group(_ scope: String, _ scopes: [String: Int]) -> String {
      "@\(scope)=\(scopes[scope] ?? 0)"
    }

    private mutating func charge(
      _ price: Int, _ caps: [(String, TariffModel.Cap)], _ scopes: [String: Int]
    ) {
      guard price > 0 else { return }
      plain += price
      var amount = price
      if let percent = model.pricePercent {
        let now = (plain * percent + 50) / 100
        amount = now - scaled
        scaled = now
      }
      for (key, cap) in caps where !cap.isTime {
        let limit = cap.limits[min(scopes[cap.per] ?? 0, cap.limits.count - 1)]
        amount = min(amount, max(0, limit - used[key + group(cap.per, scopes), default: 0]))
      }
      for (key, cap) in caps where !cap.isTime {
        used[key + group(cap.per, scopes), default: 0] += amount
      }
      total += amount
    }

    /// Whether a deducted period covers the tick; of those for one scope the longest counts.
    private mutating func deduct(
      _ window: Int, _ scopes: [String: Int]
    ) -> (isFree: Bool, ratesRun: Bool) {
      var best: [(scope: String, key: String, period: TariffModel.Free)] = []
      for (index, period) in model.free.enumerated() where period.isDeducted {
        guard let known = best.firstIndex(where: { $0.scope == "all" + period.per }) else {
          best.append(("all" + period.per, "f\(index)", period))
          continue
        }
        if best[known].period.minutes < period.minutes {
          best[known] = (best[known].scope, "f\(index)", period)
        }
      }
      for (index, period) in model.windows[window].free.enumerated() where period.isDeducted {
        best.append(("own" + period.per, "f\(window).\(index)", period))
      }
      // Of several that still have time left, the one with most decides, of equal ones the first.
      var most = 0
      var ratesRun = false
      for (_, name, period) in best {
        let place = name + group(period.per, scopes)
        let left = period.minutes * 60 - used[place, default: 0]
        guard left > 0 else { continue }
        used[place, default: 0] += tick
        if left > most {
          most = left
          ratesRun = period.ratesRun
        }
      }
      return (most > 0, ratesRun)
    }

    /// What the tick costs that begins when `count` seconds of the rate are used.
    private func price(_ steps: [TariffModel.Step], _ count: Int) -> Int {
      var begin = 0
      for step in steps {
        let end = step.length.map { begin + $0 * 60 }
        if let end, count >= end {
          begin = end
          continue
        }
        let offset = count - begin
        guard let unit = step.unit.map({ $0 * 60 }) else { return offset == 0 ? step.price : 0 }
        let inUnit = offset % unit
        switch model.rounding {
        case "up": return inUnit == 0 ? step.price : 0
        case "down": return inUnit + tick == unit ? step.price : 0
        default: return inUnit == (Int(model.rounding) ?? 0) * 60 ? step.price : 0
        }
      }
      return 0
    }
  }
}
