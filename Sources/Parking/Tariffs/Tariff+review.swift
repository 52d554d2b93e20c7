extension Tariff {
  /// Something that keeps a tariff from being published.
  public enum Objection: Hashable, Sendable {
    /// An example comes out differently; the fee, or why there is none.
    case example(TariffExample, Result<Money, PricingError>)
    /// A longer stay costs less, and the tariff does not say that it may.
    case decreases(enter: CivilDateTime, minutes: Int, from: Money, to: Money)
    /// A stay cannot be priced.
    case cannotPrice(enter: CivilDateTime, minutes: Int, PricingError)

    /// What to tell the clerk.
    public var description: String {
      switch self {
      case .example(let example, let outcome):
        let line = example.line.map { "line \($0): " } ?? ""
        switch outcome {
        case .success(let fee):
          return "\(line)\(example.enter) to \(example.leave) costs \(fee.fen), not \(example.fee)"
        case .failure(let error):
          return "\(line)\(example.enter) to \(example.leave) cannot be priced: \(error.reason)"
        }
      case .decreases(let enter, let minutes, let from, let to):
        return
          "a stay from \(enter) falls from \(from.fen) to \(to.fen) when it lasts \(minutes) min; "
          + "if that is meant, write “may_decrease: true”"
      case .cannotPrice(let enter, let minutes, let error):
        return "a stay of \(minutes) min from \(enter) cannot be priced: \(error.reason)"
      }
    }
  }

  /// Everything that speaks against publishing: examples that fail, stays that cannot be priced, and
  /// fees that fall with time.
  ///
  /// - Parameters:
  ///   - days: entries are tried on each of these days, at odd hours.
  ///   - context: gives the time zone and the calendar.
  public func objections(
    days: [CivilDate], context: PricingContext
  ) -> [Objection] {
    var objections = exampleResults(context: context).filter { !$0.isAsExpected }
      .map { Objection.example($0.example, $0.outcome) }
    for day in days {
      for hour in [0, 6, 9, 14, 19, 22] {
        let time = CivilTime(unchecked: hour * 3_600 + 1_020)
        if let objection = objection(CivilDateTime(date: day, time: time), context) {
          objections.append(objection)
        }
      }
    }
    return objections
  }

  /// What is wrong with stays of growing length from one entry.
  private func objection(_ enter: CivilDateTime, _ context: PricingContext) -> Objection? {
    let start = context.timeZone.instant(of: enter)
    var before = Money.zero
    var minutes = 0
    while minutes <= 3 * 1_440 {
      do throws(PricingError) {
        let leave = start.advanced(bySeconds: Int64(minutes) * 60)
        let fee = try price(enter: start, leave: leave, context: context).total
        if fee < before, !mayDecrease {
          return .decreases(enter: enter, minutes: minutes, from: before, to: fee)
        }
        before = fee
      } catch {
        return .cannotPrice(enter: enter, minutes: minutes, error)
      }
      minutes += minutes < 180 ? 5 : 30
    }
    return nil
  }
}
