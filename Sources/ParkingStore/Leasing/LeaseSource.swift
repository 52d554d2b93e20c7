public import PostgreSQL

/// How a window came to us.
public enum LeaseSource: String, Sendable {
  /// The partner sent it.
  case order
  /// We read it from the partner.
  case reconciliation
}

extension LeaseSource: SQLEncodable, SQLDecodable {}
