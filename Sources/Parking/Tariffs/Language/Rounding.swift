/// What becomes of a unit that was begun and not finished.
enum Rounding: Hashable, Sendable {
  /// It is charged whole.
  case up
  /// It is not charged.
  case down
  /// It is charged if more than so many seconds of it were used.
  case dropping(seconds: Int)
  /// It is charged in proportion to the second; the amount is rounded half up.
  case proportional

  /// Reads `up`, `down`, `proportional` or `{drop: 15 min}`.
  init?(_ node: Node) {
    if node.isMapping {
      guard let mapping = node.mapping() else { return nil }
      let drop = mapping.require("drop", "the longest tail that is not charged")?.duration()
      mapping.finish()
      guard let drop else { return nil }
      self = .dropping(seconds: drop)
      return
    }
    switch node.scalar {
    case "up": self = .up
    case "down": self = .down
    case "proportional": self = .proportional
    default:
      node.fail("expected up, down, proportional or {drop: 15 min}")
      return nil
    }
  }
}
