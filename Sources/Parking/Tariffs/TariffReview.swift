/// Tries stays of growing length under a tariff, of one sort of vehicle and driver.
struct TariffReview {
  let tariff: Tariff
  let subject: String
  let context: PricingContext

  private static let hours = [0, 6, 9, 14, 19, 22]
  private static let day = 1_440
  /// Within these minutes every stay must have a price; for longer ones a year may be unknown.
  private static let certain = 3 * day
  /// Minutes: ever coarser, up to ten years, in which sums are largest.
  private static let lengths =
    Array(stride(from: 0, to: 180, by: 5)) + Array(stride(from: 180, to: day, by: 30))
    + Array(stride(from: day, through: certain, by: 60))
    + Array(stride(from: certain + day, through: 35 * day, by: day)) + [366 * day, 3_650 * day]

  /// What speaks against the tariff; the first of its sort only, since the rest is often the same.
  func objections(days: [CivilDate]) -> [Tariff.Objection] {
    for day in days {
      for hour in Self.hours {
        let time = CivilTime(unchecked: hour * 3_600 + 1_020)
        if let objection = objection(CivilDateTime(date: day, time: time)) { return [objection] }
      }
    }
    return []
  }

  /// What is wrong with stays of growing length from one entry.
  private func objection(_ enter: CivilDateTime) -> Tariff.Objection? {
    let start = context.timeZone.instant(of: enter)
    var before = Money.zero
    for minutes in Self.lengths {
      let trial = Tariff.Trial(enter: enter, minutes: minutes, subject: subject)
      do throws(PricingError) {
        let leave = start.advanced(bySeconds: Int64(minutes) * 60)
        let fee = try tariff.price(enter: start, leave: leave, context: context).total
        if fee < .zero { return .negative(trial, fee) }
        if fee < before, !tariff.mayDecrease { return .decreases(trial, from: before, to: fee) }
        before = fee
      } catch {
        if case .noCalendar = error, minutes > Self.certain { return nil }
        return .cannotPrice(trial, error)
      }
    }
    return nil
  }
}
