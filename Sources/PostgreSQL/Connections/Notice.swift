/// A message of the server that is not an error: a warning, a `raise notice`.
public struct Notice: Sendable {
  /// `WARNING`, `NOTICE`, `INFO`, `LOG` or `DEBUG`.
  public let severity: String

  /// PostgreSQL's five characters.
  public let sqlState: String

  /// The text. It can quote values: not for logs.
  public let message: String
}
