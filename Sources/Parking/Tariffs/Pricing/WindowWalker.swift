/// Walks through the windows that hold one after the other, from a start on.
struct WindowWalker {
  /// A stretch in which one occurrence of a window holds.
  struct Stretch {
    var end: Int64
    /// The index of the window; -1 outside all.
    let window: Int
    /// The day on which the occurrence began.
    let day: Int

    func continues(_ other: Stretch) -> Bool {
      window == other.window && (day == other.day || window < 0)
    }
  }

  private let windows: [Window]
  private let active: [Bool]
  private let entryDay: CivilDate?
  private let context: PricingContext
  private let last: Int64
  /// Seconds of the day at which any window begins or ends, 0 included.
  private let marks: [Int]
  private var day: Int
  private var mark: Int
  private var pending: Stretch?
  /// For each window: whether its days include the current day, and the day before.
  private var holdsToday: [Bool] = []
  private var holdsYesterday: [Bool] = []

  /// - Parameters:
  ///   - active: whether each window exists for this stay and cycle.
  ///   - entryDay: the day whose kind decides, if it is not each day's own.
  init(
    _ windows: [Window], active: [Bool], entryDay: CivilDate?, from start: Int64, to last: Int64,
    _ context: PricingContext
  ) throws(PricingError) {
    self.windows = windows
    self.active = active
    self.entryDay = entryDay
    self.context = context
    self.last = last
    var set: Set<Int> = [0]
    for window in windows where window.isTimed { set.formUnion(window.hours.marks) }
    marks = set.sorted()
    let civil = context.timeZone.civil(of: Instant(seconds: start))
    day = civil.date.dayNumber
    mark = marks.lastIndex { $0 <= civil.time.secondOfDay } ?? 0
    holdsYesterday = try holding(on: day - 1)
    holdsToday = try holding(on: day)
  }

  /// The next stretch; it ends where the walk does or where another begins.
  mutating func next() throws(PricingError) -> Stretch {
    if windows.count == 1, !windows[0].isTimed { return Stretch(end: .max, window: 0, day: 0) }
    var stretch: Stretch
    if let pending { stretch = pending } else { stretch = try piece() }
    pending = nil
    while stretch.end < last {
      let following = try piece()
      guard stretch.continues(following) else {
        pending = following
        break
      }
      stretch.end = following.end
    }
    return stretch
  }

  /// The piece from the current mark to the next one.
  private mutating func piece() throws(PricingError) -> Stretch {
    let second = marks[mark]
    let (window, windowDay) = holder(at: second)
    if mark + 1 < marks.count {
      mark += 1
    } else {
      mark = 0
      day += 1
      holdsYesterday = holdsToday
      holdsToday = try holding(on: day)
    }
    let end = context.timeZone.seconds(ofWall: Int64(day) * 86_400 + Int64(marks[mark]))
    return Stretch(end: end, window: window, day: windowDay)
  }

  private func holder(at second: Int) -> (window: Int, day: Int) {
    for (index, window) in windows.enumerated() {
      switch window.hours.place(second, day: day) {
      case .today where holdsToday[index]: return (index, day)
      case .yesterday where holdsYesterday[index]: return (index, day - 1)
      case .since(let first) where holdsToday[index]: return (index, first)
      default: continue
      }
    }
    return (-1, 0)
  }

  private func holding(on day: Int) throws(PricingError) -> [Bool] {
    var list: [Bool] = []
    list.reserveCapacity(windows.count)
    for (index, window) in windows.enumerated() {
      var holds = active[index]
      if holds, !window.days.isEveryDay {
        holds = try window.days.matches(entryDay ?? CivilDate(dayNumber: day), context.calendar)
      }
      list.append(holds)
    }
    return list
  }
}
