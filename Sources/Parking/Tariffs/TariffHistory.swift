/// The versions of a tariff, each in force from an instant until the next one.
///
/// A stay belongs to the version in force at its entry (fee law), unless that version says by
/// `prices_by` that the exit decides, or that each version prices its own time.
public struct TariffHistory: Sendable {
  /// A tariff in force from an instant on.
  public struct Version: Sendable {
    /// By which a stay keeps it.
    public let number: Int32
    /// When it comes into force.
    public let from: Instant
    /// When it ends without a successor; nil if it does not.
    public let to: Instant?
    /// The tariff.
    public let tariff: Tariff

    /// A version with its time.
    public init(number: Int32 = 0, from: Instant, to: Instant? = nil, tariff: Tariff) {
      self.number = number
      self.from = from
      self.to = to
      self.tariff = tariff
    }
  }

  private let all: [Version]

  /// Versions in any order; of two that begin together the last one counts.
  public init(_ versions: [Version]) {
    all = versions.enumerated()
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

  /// How far back any version looks for earlier stays of the vehicle, in seconds before the entry.
  public var lookBack: Int { all.map(\.tariff.lookBack).max() ?? 0 }

  /// The version in force at an instant; nil if none is.
  public func version(at instant: Instant) -> Version? {
    guard let version = all.last(where: { $0.from <= instant }) else { return nil }
    return version.to.map { instant < $0 } ?? true ? version : nil
  }

  /// The versions that price a stay, in the order of time, the one of the entry first: it says
  /// which others there are.
  public func versions(
    from enter: Instant, to leave: Instant, _ context: PricingContext
  ) throws(PricingError) -> [Version] {
    let first = try inForce(at: enter, context)
    switch first.tariff.pricesBy {
    case .entry: return [first]
    case .exit: return [first, try inForce(at: leave, context)]
    case .split: return try parts(enter, leave, context).map(\.version)
    }
  }

  /// The fee of a stay by the version or versions that apply.
  public func price(
    enter: Instant, leave: Instant, free rights: [Interval] = [], context: PricingContext
  ) throws(PricingError) -> Quote {
    try price(enter, leave, rights, context, without: [])
  }

  /// The fee of a stay whose versions leave some of their parts out.
  func price(
    _ enter: Instant, _ leave: Instant, _ rights: [Interval], _ context: PricingContext,
    without omission: Plan.Omission
  ) throws(PricingError) -> Quote {
    let first = try inForce(at: enter, context)
    switch first.tariff.pricesBy {
    case .entry:
      return try first.tariff.price(enter, leave, rights, context, without: omission)
    case .exit:
      return try inForce(at: leave, context).tariff
        .price(enter, leave, rights, context, without: omission)
    case .split:
      return try split(enter, leave, rights, context, omission)
    }
  }

  private func split(
    _ enter: Instant, _ leave: Instant, _ rights: [Interval], _ context: PricingContext,
    _ omission: Plan.Omission
  ) throws(PricingError) -> Quote {
    let parts = try parts(enter, leave, context)
    let currency = parts[0].version.tariff.currency
    var total = 0
    var lines: [QuoteLine] = []
    for part in parts {
      let tariff = part.version.tariff
      guard tariff.currency == currency else { throw .mixedCurrencies }
      let quote = try tariff.price(part.start, part.end, rights, context, without: omission)
      total += quote.total.fen
      lines += quote.lines
    }
    return Quote(total: Money(fen: total), currency: currency, lines: lines)
  }

  /// The time of each version during a stay; one part at least.
  private func parts(
    _ enter: Instant, _ leave: Instant, _ context: PricingContext
  ) throws(PricingError) -> [(version: Version, start: Instant, end: Instant)] {
    var parts: [(version: Version, start: Instant, end: Instant)] = []
    var start = enter
    repeat {
      let version = try inForce(at: start, context)
      let next = all.first { $0.from > start }?.from ?? leave
      let end = min(leave, min(next, version.to ?? leave))
      parts.append((version, start, end))
      start = end
    } while start < leave
    return parts
  }

  private func inForce(
    at instant: Instant, _ context: PricingContext
  ) throws(PricingError) -> Version {
    if let version = version(at: instant) { return version }
    throw .notInForce(at: context.timeZone.civil(of: instant).date)
  }
}
