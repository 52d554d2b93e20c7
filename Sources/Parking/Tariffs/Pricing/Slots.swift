/// An amount that begins anew in each group of a scope.
///
/// Occurrences of different windows can alternate (a lunch hour inside the day), so a scope of
/// windows keeps a slot for each of them; any other scope has one.
struct Slots {
  private var groups: [Int32]
  private var values: [Int]
  private let isPerWindow: Bool

  init(_ scope: Scope, windows: Int) {
    isPerWindow = scope == .window
    let count = isPerWindow ? max(1, windows) : 1
    groups = Array(repeating: -1, count: count)
    values = Array(repeating: 0, count: count)
  }

  /// Makes the slot ready for a group: a new one begins with what `start` says of its number.
  mutating func enter(_ group: Int32, _ window: Int, start: (Int32) -> Int) {
    let index = isPerWindow ? window : 0
    guard groups[index] != group else { return }
    groups[index] = group
    values[index] = start(group)
  }

  /// The value of the group that was entered last.
  subscript(window: Int) -> Int {
    get { values[isPerWindow ? window : 0] }
    set { values[isPerWindow ? window : 0] = newValue }
  }
}
