public import Parking
internal import PostgreSQL

/// Why the command line could not do its work, in words for the person who asked.
public struct SiteStoreError: Error, Sendable, CustomStringConvertible {
  /// What went wrong and what to do about it.
  public let description: String

  /// What is wrong with the file, if that was the reason.
  public let fileErrors: SiteFileErrors?

  init(_ description: String) {
    self.description = description
    fileErrors = nil
  }

  init(_ errors: SiteFileErrors) {
    description = errors.description
    fileErrors = errors
  }

  /// Any error of a transaction's body.
  init(_ error: any Error) {
    switch error {
    case let error as SiteStoreError: self = error
    case let error as SiteFileErrors: self.init(error)
    case let error as DatabaseError: self.init(Self.advice(about: error))
    default: self.init("\(error)")
    }
  }

  private static func advice(about error: DatabaseError) -> String {
    switch error.code {
    case .badConninfo:
      "the connection string cannot be read (\(error.message)); it looks like "
        + "\"host=/run/postgresql dbname=gatehouse user=gatehouse_admin\""
    case .accessDenied:
      "the database does not let us in (\(error.message)); check the user and the name of the "
        + "database in GATEHOUSE_DATABASE"
    case .connectionLost, .tooManyConnections, .readOnly:
      "the database cannot be reached (\(error.message)); nothing was changed"
    case .commitOutcomeUnknown:
      "the connection was lost while the changes were being committed; run the command again: "
        + "it does only what is still to do"
    default: other(error)
    }
  }

  private static func other(_ error: DatabaseError) -> String {
    switch error.sqlState {
    case "42501":
      "the database refuses (\(error.message)); connect as the role gatehouse_admin"
    case "3F000", "42P01":
      "the database has no schema of Gatehouse (\(error.message)); deploy it first"
    default:
      "the database refuses: \(error.message)"
        + (error.constraint.map { " (constraint \($0))" } ?? "") + "; nothing was changed"
    }
  }
}
