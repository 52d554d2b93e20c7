/// The versions of a tariff, each in force from an instant until the next one.
///
/// A stay belongs to the version in force at its entry (fee law), unless that version says by
/// `prices_by` that the exit decides, or that each version prices its own time.
public struct TariffHistory: Sendable {
  /// A tariff in force from an instant on.
  public struct Version: Sendable {
    /// When it comes into force.
    public let from: Instant
    /// When it ends without a successor; nil if it does not.
    public let to: Instant?
    /// The tariff.
    public let tariff: Tariff

    /// A version with its time.
    public init(from: Instant, to: Instant? = nil, tariff: Tariff) {
      self.from = from
      self.to = to
      self.tariff = tariff
    }
  }

  private let versions: [Version]

  /// Versions in any order; of two that begin together the last one counts.
  public init(_ versions: [Version]) {
    self.versions = versions.enumerated()
      .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
  }

  /// Tariffs with their own `valid_from` and `valid_to`, by the clocks of a zone.
  public init(_ tariffs: [Tariff], timeZone: ParkTimeZone) {
    self.init(
      tariffs.map { tariff in
        Version(
          from: tariff.validFrom.map { timeZone.instant(of: $0) } ?? Instant(seconds: 0),
          to: tariff.validTo.map { timeZone.instant(of: $0) }, tariff: tariff)
      })
  }

  /// The version in force at an instant; nil if none is.
  public func version(at instant: Instant) -> Version? {
    guard let version = versions.last(where: { $0.from <= instant }) else { return nil }
    return version.to.map { instant < $0 } ?? true ? version : nil
  }

  /// The fee of a stay by the version or versions that apply.
  public func price(
    enter: Instant, leave: Instant, free rights: [Interval] = [], context: PricingContext
  ) throws(PricingError) -> Quote {
    let first = try inForce(at: enter, context)
    switch first.tariff.pricesBy {
    case .entry:
      return try first.tariff.price(enter: enter, leave: leave, free: rights, context: context)
    case .exit:
      return try inForce(at: leave, context).tariff
        .price(enter: enter, leave: leave, free: rights, context: context)
    case .split:
      return try split(first, enter, leave, rights, context)
    }
  }

  private func split(
    _ first: Version, _ enter: Instant, _ leave: Instant, _ rights: [Interval],
    _ context: PricingContext
  ) throws(PricingError) -> Quote {
    var total = 0
    var lines: [QuoteLine] = []
    var start = enter
    repeat {
      let version = try inForce(at: start, context)
      let next = versions.first { $0.from > start }?.from ?? leave
      let end = min(leave, min(next, version.to ?? leave))
      let part = try version.tariff.price(enter: start, leave: end, free: rights, context: context)
      guard part.currency == first.tariff.currency else { throw .mixedCurrencies }
      total += part.total.fen
      lines += part.lines
      start = end
    } while start < leave
    return Quote(total: Money(fen: total), currency: first.tariff.currency, lines: lines)
  }

  private func inForce(
    at instant: Instant, _ context: PricingContext
  ) throws(PricingError) -> Version {
    if let version = version(at: instant) { return version }
    throw .notInForce(at: context.timeZone.civil(of: instant).date)
  }
}
