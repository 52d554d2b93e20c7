import ArgumentParser
import Foundation

/// `gatehouse lease reconcile`: runs `gatehouse-relay reconcile`, which alone can call partners
/// (docs/decisions/relay.md).
struct LeaseReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Reads partners' orders now and compares.",
    discussion: """
      A window that the partner lacks is taken back only when another complete reading, at least \
      five minutes before, lacked it too; so a first run only notes it. GATEHOUSE_RELAY_DATABASE is \
      the relay's own connection string; without it, the one that is given here with the user \
      gatehouse_relay.
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: "Only this partner (app_id).") var partner: String?
  @Option(help: "Only this park (park_sn).") var park: String?
  @Flag(help: "Change nothing and keep no report.") var dryRun = false
  @Flag(help: "Take back even more than the usual share, having looked at the report.")
  var confirm = false

  func run() throws {
    var arguments = [try program, "reconcile"]
    if let partner { arguments += ["--partner", partner] }
    if let park { arguments += ["--park", park] }
    if dryRun { arguments.append("--dry-run") }
    if confirm { arguments.append("--confirm") }
    setenv(DatabaseOptions.variable, try relayConninfo, 1)
    var words = arguments.map { strdup($0) } + [nil]
    execv(arguments[0], &words)
    throw Failure("\(arguments[0]) cannot be run: \(String(cString: strerror(errno)))")
  }

  /// Beside this program.
  private var program: String {
    get throws {
      let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return (own as NSString).deletingLastPathComponent + "/gatehouse-relay"
    }
  }

  private var relayConninfo: String {
    get throws {
      let environment = ProcessInfo.processInfo.environment
      if let own = environment["GATEHOUSE_RELAY_DATABASE"], !own.isEmpty { return own }
      guard let given = database.conninfo ?? environment[DatabaseOptions.variable], !given.isEmpty,
        !given.contains("://")
      else {
        throw ValidationError(
          "no database is named: set GATEHOUSE_RELAY_DATABASE, such as "
            + "\"host=/run/postgresql dbname=gatehouse user=gatehouse_relay\"")
      }
      // A later keyword replaces an earlier one.
      return "\(given) user=gatehouse_relay"
    }
  }
}
