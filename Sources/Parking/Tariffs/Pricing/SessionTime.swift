/// The time of one charging session in whole seconds.
///
/// Fractions of a second are dropped, at the entry and at the exit alike: seconds count, nothing
/// finer does. A tariff that counts by the minute drops the seconds in the same way.
struct SessionTime {
  let enter: Int64
  let leave: Int64
  /// What no right covers, in order; none is empty.
  let intervals: [(start: Int64, end: Int64)]

  private static let range: ClosedRange<Int64> = 0...7_258_118_399
  private static let longest: Int64 = 315_705_600

  init(
    enter: Instant, leave: Instant, rights: [Interval], resolution: Tariff.Resolution = .second
  ) throws(PricingError) {
    guard enter <= leave else { throw .leavesBeforeEntering }
    let step = resolution.seconds
    self.enter = SessionTime.floor(enter.seconds, step)
    self.leave = SessionTime.floor(leave.seconds, step)
    guard SessionTime.range.contains(self.enter), SessionTime.range.contains(self.leave) else {
      throw .timeOutOfRange
    }
    guard self.leave - self.enter <= SessionTime.longest else { throw .stayTooLong }
    if rights.isEmpty {
      intervals = self.enter < self.leave ? [(self.enter, self.leave)] : []
    } else {
      intervals = chargeable(from: enter, to: leave, rights: rights)
        .map {
          (SessionTime.floor($0.start.seconds, step), SessionTime.floor($0.end.seconds, step))
        }
        .filter { $0.0 < $0.1 }
    }
  }

  /// This session with earlier ones that it continues, each before the next.
  init(
    _ earlier: [SessionTime], continuedBy last: SessionTime
  ) throws(PricingError) {
    enter = earlier.first?.enter ?? last.enter
    leave = last.leave
    intervals = earlier.flatMap(\.intervals) + last.intervals
    guard leave - enter <= SessionTime.longest else { throw .stayTooLong }
  }

  private static func floor(_ seconds: Int64, _ step: Int64) -> Int64 {
    seconds >= 0 ? seconds / step * step : seconds
  }
}
