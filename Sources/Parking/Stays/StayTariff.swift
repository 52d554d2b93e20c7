/// What prices an open stay.
public enum StayTariff: Sendable {
  /// The park had no tariff when the vehicle entered.
  case none
  /// The stored tariff cannot be read by this program.
  case unreadable
  /// The version in force at the entry, and the others if it asks for them.
  case versions(TariffHistory)

  /// A tariff that has never changed.
  public init(_ tariff: Tariff?) {
    guard let tariff else {
      self = .none
      return
    }
    self = .versions(
      TariffHistory([TariffHistory.Version(from: Instant(seconds: 0), tariff: tariff)]))
  }

  /// How far back it looks for earlier stays of the vehicle, in seconds before the entry.
  public var lookBack: Int {
    guard case .versions(let history) = self else { return 0 }
    return history.lookBack
  }
}
