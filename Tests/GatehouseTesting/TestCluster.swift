import Foundation
import PostgreSQL

/// The PostgreSQL server that the tests run against, given by the environment.
public enum TestCluster {
  /// Names a database with the whole schema deployed, for copies.
  static let templateVariable = "GATEHOUSE_TEST_TEMPLATE"
  /// A libpq connection string (keywords and values, no URI) of a superuser.
  static let clusterVariable = "GATEHOUSE_TEST_CLUSTER"

  /// The connection string of the server.
  ///
  /// - Throws: ``MissingVariable``, so that a test fails and says what to do.
  public static func conninfo() throws -> String {
    try variable(clusterVariable)
  }

  /// The name of the database to copy.
  static func template() throws -> String {
    try variable(templateVariable)
  }

  /// Runs statements that cannot be in a transaction with others, such as CREATE DATABASE.
  static func run(_ script: SQL) throws {
    let connection = try Connection(try conninfo(), settings: .patient)
    try connection.run(script: script)
  }

  private static func variable(_ name: String) throws -> String {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
      throw MissingVariable(name: name)
    }
    return value
  }
}

/// The environment does not name the server: tests against a database fail, they are not skipped.
public struct MissingVariable: Error, CustomStringConvertible {
  let name: String

  /// What to do.
  public var description: String {
    "\(name) is not set: run `make test`, which starts PostgreSQL and sets it"
  }
}
