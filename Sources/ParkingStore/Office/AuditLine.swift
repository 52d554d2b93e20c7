public import Parking
internal import PostgreSQL

/// A line of the audit trail: who did what.
public struct AuditLine: Sendable, Equatable {
  /// Its number.
  public let auditID: Int64
  /// When.
  public let time: Instant
  /// At which booth; empty for none.
  public let booth: String
  /// The person; empty if nobody was signed in.
  public let person: String
  /// How the caller was let in.
  public let caller: String
  /// What was done.
  public let action: String
  /// The plate of the vehicle that it concerned; empty for none.
  public let license: String
  /// More, in words.
  public let detail: String
}

extension AuditLine {
  /// Reads its columns in the order above.
  init(_ columns: inout RowDecoder) throws {
    self.init(
      auditID: try columns.next(), time: try columns.next(), booth: try columns.next(),
      person: try columns.next(), caller: try columns.next(), action: try columns.next(),
      license: try columns.next(), detail: try columns.next())
  }
}
