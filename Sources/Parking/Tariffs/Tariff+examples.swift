extension Tariff {
  /// What an example came out as.
  public struct ExampleResult: Sendable {
    /// The example.
    public let example: TariffExample
    /// The fee that the tariff gives, or why it gives none.
    public let outcome: Result<Money, PricingError>

    /// Whether the fee is the expected one, to the fen.
    public var isAsExpected: Bool { outcome == .success(Money(fen: example.fee)) }
  }

  /// Prices every example that the tariff carries.
  ///
  /// - Parameter context: gives the time zone and the calendar.
  public func exampleResults(context: PricingContext) -> [ExampleResult] {
    examples.map { example in
      let outcome: Result<Money, PricingError>
      do throws(PricingError) {
        outcome = .success(try fee(of: example, example.context(in: context)))
      } catch {
        outcome = .failure(error)
      }
      return ExampleResult(example: example, outcome: outcome)
    }
  }

  private func fee(
    of example: TariffExample, _ context: PricingContext
  ) throws(PricingError) -> Money {
    let enter = context.timeZone.instant(of: example.enter)
    let leave = context.timeZone.instant(of: example.leave)
    if let paid = example.paid {
      let payment = context.timeZone.instant(of: paid)
      let before = try price(enter: enter, leave: payment, context: context).total
      return try due(
        enter: enter, leave: leave, afterPaymentAt: payment, paid: before, context: context
      ).total
    }
    let fee = try price(enter: enter, leave: leave, context: context).total
    guard let minutes = example.couponMinutes else { return fee }
    return fee
      - (try couponAmount(.minutes(minutes), enter: enter, leave: leave, context: context))
  }
}
