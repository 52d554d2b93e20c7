extension Tariff {
  /// The fee of a stay, with its lines.
  ///
  /// Time under `rights` is free; what is left is one charging session (fee law). Equal instants
  /// cost 0. Of the tariff's own price and the concessions that the stay may have, the lowest wins.
  ///
  /// - Throws: `PricingError` when a rule cannot be evaluated; never a fee of 0 for that.
  public func price(
    enter: Instant, leave: Instant, free rights: [Interval] = [], context: PricingContext
  ) throws(PricingError) -> Quote {
    try price(enter, leave, rights, context, without: [])
  }

  /// The fee of a stay without some parts of the tariff.
  func price(
    _ enter: Instant, _ leave: Instant, _ rights: [Interval], _ context: PricingContext,
    without omission: Plan.Omission
  ) throws(PricingError) -> Quote {
    let stay = try SessionTime(
      enter: enter, leave: leave, rights: rights, resolution: resolution)
    guard reentrySeconds > 0, let joined = try rejoined(stay, rights, context) else {
      return try price(stay, context, without: omission)
    }
    let whole = try price(joined.stay, joined.context, without: omission)
    return whole.less(
      joined.paid, from: Instant(seconds: joined.stay.enter), to: enter, context.timeZone)
  }

  /// The best price of a session.
  func price(
    _ stay: SessionTime, _ context: PricingContext, without omission: Plan.Omission = []
  ) throws(PricingError) -> Quote {
    let alternative = try alternative(for: stay, context)
    var best = try price(alternative.plan, stay, context, omission)
    for concession in alternative.concessions where best.total.fen > 0 {
      if let condition = concession.condition,
        try !condition.holds(enter: stay.enter, leave: stay.leave, context)
      {
        continue
      }
      let quote = try price(concession.plan, stay, context, omission)
      if quote.total < best.total { best = quote }
    }
    return best
  }

  private func alternative(
    for stay: SessionTime, _ context: PricingContext
  ) throws(PricingError) -> Alternative {
    for alternative in alternatives.dropFirst() {
      if let condition = alternative.condition,
        try condition.holds(enter: stay.enter, leave: stay.leave, context)
      {
        return alternative
      }
    }
    return alternatives[0]
  }

  private func price(
    _ plan: Plan, _ stay: SessionTime, _ context: PricingContext,
    _ omission: Plan.Omission
  ) throws(PricingError) -> Quote {
    var session = try Session(omission.isEmpty ? plan : plan.without(omission), stay, context)
    let writer = try session.run()
    return Quote(total: Money(fen: writer.total), currency: currency, lines: writer.lines)
  }
}
