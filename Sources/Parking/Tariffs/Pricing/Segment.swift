/// A stretch of chargeable time within one window and one group of every scope.
struct Segment {
  let start: Int64
  let end: Int64
  /// The index of the window; -1 outside all.
  let window: Int
  /// Whether a threshold has made it free.
  var freedBy: Int = -1

  var length: Int { Int(end - start) }
}
