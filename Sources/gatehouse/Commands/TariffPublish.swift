import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse tariff publish`
struct TariffPublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publishes a tariff as a new version, if nothing speaks against it.",
    discussion: """
      Refused if an example that the tariff carries comes out differently, if a stay cannot be \
      priced, or if a longer stay costs less and the tariff does not say that it may. Who is inside \
      leaves by the version of the entry.

      Example:
        gatehouse tariff publish new.yaml --operator demo --day 2026-11-28 --dry-run
      """)

  @OptionGroup var options: TariffOptions

  @Argument(help: "The tariff's file (YAML or JSON).") var file: String

  @Option(name: .customLong("operator"), help: "Whose tariff it is.") var operatorID: String

  @Option(
    name: .customLong("day"),
    help: "A day to try entries on (YYYY-MM-DD); may be repeated. (default: a week)")
  var days: [TariffTest.Day] = []

  @Flag(help: "Say what would change, and change nothing.") var dryRun = false

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let tariff = try TariffOptions.tariff(file)
    let objections = tariff.objections(days: triedDays, context: try options.context())
    guard objections.isEmpty else { throw Failure(file, objections.map(\.description)) }
    let validFrom = tariff.validFrom.map { try? options.context().timeZone.instant(of: $0) } ?? nil
    let changes = try database.connect().publish(
      SiteFile.Tariff(id: tariff.id, validFrom: validFrom, rules: tariff.document),
      operatorID: operatorID, isDryRun: dryRun)
    for change in changes { print(change) }
    if changes.isEmpty { print("Nothing to change: the newest version says the same.") }
  }

  /// A week of no holidays in China, unless days are given.
  private var triedDays: [CivilDate] {
    guard days.isEmpty, let monday = CivilDate("2026-11-16") else { return days.map(\.date) }
    return (0..<7).map { monday.advanced(byDays: $0) }
  }
}
