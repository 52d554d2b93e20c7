/// Hours and days with their own rate.
struct Window: Hashable, Sendable {
  let label: Label
  /// The id by which caps and other parts name it.
  let id: String
  let hours: HourRange
  /// False for the only window of a tariff without windows, which never begins anew.
  let isTimed: Bool
  let days: DayRule
  /// Cycles in which it exists, from 1.
  let cycles: ClosedRange<Int>
  /// What its time costs; nil if it is free and its time does not count.
  let rate: Rate?
  let condition: Condition?
}
