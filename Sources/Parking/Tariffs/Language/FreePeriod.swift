/// Time that costs nothing although the tariff is in force.
struct FreePeriod: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// Free only as long as the limit is not exceeded; then the whole time counts.
    case threshold
    /// Taken off the time in any case.
    case deducted
  }

  enum Limit: String, CaseIterable, Sendable {
    /// Exactly the limit is still free (≤).
    case inclusive
    /// Exactly the limit is charged (<).
    case strict
  }

  enum Counting: String, CaseIterable, Sendable {
    /// Time in windows that cost something.
    case charged
    /// All time of the session, free windows included.
    case parked
  }

  /// How often it is granted to a vehicle that comes again.
  struct Times: Hashable, Sendable {
    let atMost: Int
    let per: Scope
    /// Earlier stays not longer than this use nothing up.
    let ignoring: Int
  }

  let label: Label
  /// Seconds.
  let length: Int
  let kind: Kind
  let limit: Limit
  let per: Scope
  let counting: Counting
  /// Whether rates begin where the deducted time began, so that it uses up their first steps.
  let ratesRun: Bool
  let times: Times?
  /// Seconds that must lie between the vehicle's last exit and this entry.
  let afterAbsence: Int
  /// Whether time that earlier stays spent on the same day counts as used.
  let overEntries: Bool
  /// Time at a charger adds to the length, up to so many seconds.
  let plusCharging: Int
  let condition: Condition?
  /// The only window it is for; nil for all.
  var window: Int?
}
