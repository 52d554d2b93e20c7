/// A stretch of chargeable time within one window and one group of every grouping.
struct Segment {
  let start: Int64
  var end: Int64
  /// The index of the window; -1 outside all.
  var window: Int
  /// The free period whose threshold covers it; -1 if none does.
  var freedBy: Int = -1

  var length: Int { Int(end - start) }
}
