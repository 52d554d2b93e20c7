public import Parking

/// A published version of a tariff.
public struct TariffLine: Sendable, Equatable {
  /// The version's number among all tariffs.
  public let versionID: Int32
  /// The tariff's name in site files.
  public let tariffID: String
  /// Counts from 1.
  public let version: Int
  /// From when on it is in force; nil from the beginning.
  public let validFrom: Instant?
  /// When it was published.
  public let publishedAt: Instant
  /// What it says, as canonical JSON.
  public let document: String
  /// The names of the parks whose stays it may price.
  public let parks: [String]
}
