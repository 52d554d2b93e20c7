extension Tariff {
  /// A stay that was tried out.
  public struct Trial: Hashable, Sendable {
    /// When it begins.
    public let enter: CivilDateTime
    /// How long it lasts.
    public let minutes: Int
    /// What is known of it, in words: `vehicle large`; empty if nothing is.
    public let subject: String

    /// `a stay of 65 min from 2026-03-02 09:17:00 (vehicle large)`
    fileprivate var description: String {
      "a stay of \(minutes) min from \(enter)" + (subject.isEmpty ? "" : " (\(subject))")
    }
  }

  /// Something that keeps a tariff from being published.
  public enum Objection: Hashable, Sendable {
    /// An example comes out differently; the fee, or why there is none.
    case example(TariffExample, Result<Money, PricingError>)
    /// A longer stay costs less, and the tariff does not say that it may.
    case decreases(Trial, from: Money, to: Money)
    /// A stay costs less than nothing.
    case negative(Trial, Money)
    /// A stay cannot be priced.
    case cannotPrice(Trial, PricingError)

    /// Whether only a year's public holidays are missing.
    public var wantsCalendar: Bool {
      switch self {
      case .example(_, .failure(.noCalendar)), .cannotPrice(_, .noCalendar): true
      default: false
      }
    }

    /// What to tell the clerk.
    public var description: String {
      switch self {
      case .example(let example, let outcome):
        let line = example.line.map { "line \($0): " } ?? ""
        switch outcome {
        case .success(let fee):
          return "\(line)\(example.enter) to \(example.leave) costs \(fee.fen), not \(example.fee)"
        case .failure(let error):
          return "\(line)\(example.enter) to \(example.leave) cannot be priced: \(error.english)"
        }
      case .decreases(let trial, let from, let to):
        return "\(trial.description) costs \(to.fen), and a shorter one \(from.fen); "
          + "if that is meant, write “may_decrease: true”"
      case .negative(let trial, let fee): return "\(trial.description) costs \(fee.fen)"
      case .cannotPrice(let trial, let error):
        return "\(trial.description) cannot be priced: \(error.english)"
      }
    }
  }

  /// Everything that speaks against publishing: examples that fail, stays that cannot be priced or
  /// cost less than nothing, sums out of range, and fees that fall with time.
  ///
  /// Each sort of vehicle and driver that the tariff names is tried, up to ten years.
  ///
  /// - Parameters:
  ///   - days: entries are tried on each of these days, at odd hours.
  ///   - context: gives the time zone and the calendar.
  public func objections(
    days: [CivilDate], context: PricingContext
  ) -> [Objection] {
    exampleResults(context: context).filter { !$0.isAsExpected }
      .map { Objection.example($0.example, $0.outcome) }
      + subjects(context).flatMap { subject in
        TariffReview(tariff: self, subject: subject.name, context: subject.context)
          .objections(days: days)
      }
  }

  /// A stay of which nothing is known, and one for each word of the tariff's conditions.
  private func subjects(_ base: PricingContext) -> [(name: String, context: PricingContext)] {
    let conditions = alternatives.flatMap { alternative in
      [alternative.condition] + alternative.concessions.map(\.condition)
    }.compactMap(\.self)
    var subjects = [(name: "", context: base)]
    func add(_ key: String, _ words: [String], _ set: (inout PricingContext, String) -> Void) {
      for word in Set(words).sorted() {
        var context = base
        set(&context, word)
        subjects.append(("\(key) \(word)", context))
      }
    }
    add("vehicle", conditions.flatMap(\.vehicles)) { $0.vehicle = $1 }
    add("person", conditions.flatMap(\.persons)) { $0.persons = [$1] }
    add("zone", conditions.flatMap(\.zones)) { $0.zone = $1 }
    add("bay", conditions.flatMap(\.bays)) { $0.bay = $1 }
    add("entrance", conditions.flatMap(\.entrances)) { $0.entrance = $1 }
    if conditions.contains(where: { $0.newEnergy == true }) {
      add("new energy", ["plate"]) { context, _ in context.isNewEnergy = true }
    }
    return subjects
  }
}
