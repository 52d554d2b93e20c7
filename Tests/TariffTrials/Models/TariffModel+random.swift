extension TariffModel {
  static func random(_ random: inout SeededGenerator) -> TariffModel {
    var model = TariffModel()
    model.rounding = random.pick(["up", "up", "down", "5", "10"])
    model.cycle = random.pick([nil, "24 h", "24 h", "12 h", "day", "week"])
    model.isPlain = random.chance(35)
    if model.isPlain {
      model.windows = [Window(steps: steps(&random))]
      model.count = random.pick(["cycle", "stay", "day"])
    } else {
      model.windows = windows(&random)
      model.count = random.pick(["window", "window", "cycle", "stay", "day"])
      model.sharesCount = model.count != "window" && random.chance(30)
    }
    for _ in 0..<random.pick([0, 1, 1, 2]) { model.free.append(freePeriod(&random, "stay")) }
    for _ in 0..<random.pick([0, 1, 1, 2]) {
      model.caps.append(cap(&random, ["stay", "cycle", "day", "24 h", "7 days", "week", "month"]))
    }
    if random.chance(15) { model.feePercent = random.pick([50, 33, 120]) }
    if random.chance(15) { model.pricePercent = random.pick([50, 200, 175]) }
    return model
  }

  private static func steps(_ random: inout SeededGenerator) -> [Step] {
    var steps: [Step] = []
    for _ in 0..<random.pick([0, 1, 1, 2]) {
      let unit = random.pick([15, 20, 30, 60])
      let length = unit * random.pick([1, 2, 3, 6])
      let isBlock = random.chance(40)
      steps.append(
        Step(
          length: length, unit: isBlock ? nil : unit,
          price: random.pick([0, 100, 250, 375, 500, 1_000])))
    }
    steps.append(
      random.chance(15)
        ? Step(price: random.pick([0, 700]))
        : Step(unit: random.pick([15, 20, 30, 60, 120]), price: random.pick([50, 100, 200, 333])))
    return steps
  }

  private static func windows(_ random: inout SeededGenerator) -> [Window] {
    let open = random.pick([6 * 60, 7 * 60 + 30, 8 * 60])
    let close = random.pick([18 * 60, 20 * 60, 21 * 60 + 15, 24 * 60])
    var windows = [
      Window(
        hours: ClosedHours(start: open, end: close),
        weekdays: random.pick([[], [], [1, 2, 3, 4, 5], [6, 7]]), steps: steps(&random))
    ]
    if random.chance(50), close < 1_440 {
      windows.append(Window(hours: ClosedHours(start: close, end: open), steps: steps(&random)))
    }
    if random.chance(30) {
      windows.append(Window(weekdays: random.pick([[], [3], [6, 7]]), steps: steps(&random)))
    }
    if random.chance(20) {
      windows.insert(Window(hours: ClosedHours(start: 12 * 60, end: 13 * 60), steps: nil), at: 0)
    }
    for index in windows.indices where windows[index].steps != nil {
      if random.chance(30) { windows[index].free = [freePeriod(&random, "window")] }
      if random.chance(40) { windows[index].caps = [cap(&random, ["window", "window", "day"])] }
    }
    return windows
  }

  private static func freePeriod(_ random: inout SeededGenerator, _ per: String) -> Free {
    var free = Free(minutes: random.pick([10, 15, 30, 60, 120]))
    free.isDeducted = random.chance(40)
    if free.isDeducted {
      free.ratesRun = random.chance(30)
    } else {
      free.isStrict = random.chance(30)
      free.countsParked = random.chance(30)
    }
    free.per = random.pick([per, per, "cycle", "day"])
    return free
  }

  private static func cap(_ random: inout SeededGenerator, _ scopes: [String]) -> Cap {
    let per = random.pick(scopes)
    if random.chance(20) {
      return Cap(limits: [random.pick([60, 180, 360])], isTime: true, per: per)
    }
    if random.chance(20), per != "window", per != "stay" {
      return Cap(limits: [1_000, 1_500, 800], per: per)
    }
    return Cap(limits: [random.pick([300, 1_000, 2_000, 5_000])], per: per)
  }
}
