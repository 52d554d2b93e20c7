/// The time of one charging session in whole seconds.
///
/// Fractions of a second are dropped, at the entry and at the exit alike: seconds count, nothing
/// finer does.
struct SessionTime {
  let enter: Int64
  let leave: Int64
  /// What no right covers, in order; none is empty.
  let intervals: [(start: Int64, end: Int64)]

  private static let range: ClosedRange<Int64> = 0...7_258_118_399
  private static let longest: Int64 = 315_705_600

  init(enter: Instant, leave: Instant, rights: [Interval]) throws(PricingError) {
    guard enter <= leave else { throw .leavesBeforeEntering }
    self.enter = enter.seconds
    self.leave = leave.seconds
    guard SessionTime.range.contains(self.enter), SessionTime.range.contains(self.leave) else {
      throw .timeOutOfRange
    }
    guard self.leave - self.enter <= SessionTime.longest else { throw .stayTooLong }
    if rights.isEmpty {
      intervals = self.enter < self.leave ? [(self.enter, self.leave)] : []
    } else {
      intervals = chargeable(from: enter, to: leave, rights: rights)
        .map { ($0.start.seconds, $0.end.seconds) }
        .filter { $0.0 < $0.1 }
    }
  }
}
