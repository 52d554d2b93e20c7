/// How far each rate has been used within the current group of the count's scope.
struct Counts {
  private var used: [Int]
  private var groups: [Int32]
  private let shares: Bool

  init(_ plan: Plan) {
    shares = plan.sharesCount
    used = Array(repeating: 0, count: max(1, plan.windows.count))
    groups = Array(repeating: -1, count: max(1, plan.windows.count))
  }

  /// Adds seconds and answers where the count stood before.
  mutating func advance(_ seconds: Int, _ window: Int, _ group: Int32) -> Int {
    let index = shares ? 0 : window
    if groups[index] != group {
      groups[index] = group
      used[index] = 0
    }
    let before = used[index]
    used[index] += seconds
    return before
  }

  mutating func skip(_ seconds: Int, _ window: Int, _ group: Int32) {
    _ = advance(seconds, window, group)
  }
}
