extension Tariff {
  /// What is due at the exit after a payment.
  ///
  /// Within the grace time nothing is; a second later the session that `after_payment` says, from
  /// the payment on.
  ///
  /// - Parameters:
  ///   - enter: when the stay began; `leave` the exit.
  ///   - payment: when the driver paid, and `paid` everything paid for the stay so far.
  public func due(
    enter: Instant, leave: Instant, afterPaymentAt payment: Instant, paid: Money,
    free rights: [Interval] = [], context: PricingContext
  ) throws(PricingError) -> Quote {
    guard payment <= leave else { throw .leavesBeforeEntering }
    if leave.seconds - payment.seconds <= Int64(afterPayment.grace) {
      return Quote(total: .zero, currency: currency, lines: [])
    }
    switch afterPayment.then {
    case .restart, .restartWithoutFree:
      let session = try SessionTime(
        enter: payment, leave: leave, rights: rights, resolution: resolution)
      return try price(
        session, context, without: afterPayment.then == .restart ? [] : .free)
    case .reprice:
      let whole = try price(enter: enter, leave: leave, free: rights, context: context)
      return whole.less(paid, from: enter, to: payment, context.timeZone)
    }
  }
}

extension Quote {
  /// This quote with a line for what was paid before; never below 0.
  func less(
    _ paid: Money, from start: Instant, to end: Instant, _ zone: ParkTimeZone
  ) -> Quote {
    var writer = LineWriter(zone: zone)
    writer.add(
      .paid, Label(chinese: "已付", english: "Already paid"), start.seconds, end.seconds,
      amount: -min(max(0, paid.fen), total.fen))
    return Quote(
      total: Money(fen: total.fen + writer.total), currency: currency,
      lines: lines + writer.lines)
  }
}
