/// What became of a year that was to be imported.
public enum CalendarImport: Sendable, Equatable {
  /// New, or the same as before.
  case imported(days: Int)
  case unchanged
  /// The State Council has not published it: the file has no days.
  case notPublished
  /// Known with other days, and not replaced.
  case differs
}
