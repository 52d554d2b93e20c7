public import Parking

/// An entry of a park's review list.
public struct ReviewRecord: Sendable, Equatable {
  /// Its number.
  public let reviewID: Int64
  /// At which booth; nil when it happened at none.
  public let boothID: String?
  /// Why it is on the list.
  public let reason: ReviewReason
  /// The stay it concerns.
  public let stayID: Int64?
  /// The arrival it concerns.
  public let arrivalID: Int64?
  /// The plate as the attendant sees it; empty when there is none.
  public let license: String
  /// More, in words.
  public let detail: String
  /// When it was raised.
  public let raisedAt: Instant
  /// When somebody dealt with it; nil while it is open.
  public let resolvedAt: Instant?
  /// How; nil while it is open.
  public let resolution: ReviewResolution?
  /// What that person wrote.
  public let note: String
  /// That person's name; empty for a terminal and the command line.
  public let resolvedBy: String
  /// SHA-256 of its pictures in hexadecimal: of the arrival, and of the stay's entry.
  public let pictures: [String]
}
