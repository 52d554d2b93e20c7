import ArgumentParser
import ParkingStore

/// `gatehouse report role`
struct ReportRole: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Roles of the database that read one operator's reports.",
    subcommands: [Add.self, Remove.self, List.self])

  /// `gatehouse report role add`
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Makes a role that sees an operator's parks in the schema report, and nothing else.",
      discussion: """
        The role may log in and only read; its statements end after 30 seconds. Its password is \
        random and printed once. --database must name a user who may make roles, such as postgres.

        Example:
          gatehouse report role add demo --database "dbname=gatehouse user=postgres"
          psql "dbname=gatehouse user=report_demo" -c 'select * from income'
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The operator's id.") var operatorID: String
    @Option(help: "The role's name. (default: report_ and the operator's id)") var role: String?
    @Flag(help: "Without a password: the server knows the role in another way.")
    var noPassword = false

    func run() throws {
      let role = try ReportRole.checked(role ?? "report_\(operatorID)")
      let password = noPassword ? nil : PartnerSecret.random()
      try database.connect().addReportReader(role, of: operatorID, password: password)
      print("role:     \(role)")
      if let password { print("password: \(password)") }
    }
  }

  /// `gatehouse report role remove`
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Takes such a role away.")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The role's name, as `list` shows it.") var role: String

    func run() throws {
      try database.connect().removeReportReader(role)
      print("\(role) is gone")
    }
  }

  /// `gatehouse report role list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Names the roles and their operators.")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
      for reader in try database.connect().reportReaders() {
        print("\(reader.role)\t\(reader.operatorID)")
      }
    }
  }

  /// PostgreSQL cuts longer names, and two could become one.
  private static func checked(_ role: String) throws -> String {
    guard (1...63).contains(role.utf8.count), !role.hasPrefix("gatehouse_"),
      !role.hasPrefix("pg_")
    else {
      throw ValidationError("a role has 1 to 63 bytes and begins with neither gatehouse_ nor pg_")
    }
    return role
  }
}
