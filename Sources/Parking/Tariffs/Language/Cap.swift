/// A limit to what is charged per stay, window, day and so on.
struct Cap: Hashable, Sendable {
  /// The amount of a cap that `none` lifts, from the second day on say.
  static let none = Int.max / 4

  enum Limit: Hashable, Sendable {
    /// Amounts by the index of the day, window or cycle; the last one holds for all that follow.
    case amounts([Int])
    /// Charged seconds; time beyond it is free.
    case seconds(Int)

    /// Whether it limits time.
    var isTime: Bool { if case .seconds = self { true } else { false } }

    /// The limit in a group, by its number.
    func value(in group: Int32) -> Int {
      switch self {
      case .seconds(let seconds): seconds
      case .amounts(let amounts): amounts[min(max(0, Int(group)), amounts.count - 1)]
      }
    }
  }

  let label: Label
  let limit: Limit
  let per: Scope
  /// The ids of the windows whose fees count; empty for all.
  let windowIDs: [String]
  /// The same windows by index, once their plan is complete.
  var windows: [Int]
  /// Whether fees of earlier stays on the same day count as well.
  let overEntries: Bool

  func counts(window: Int) -> Bool { windows.isEmpty || windows.contains(window) }
}
