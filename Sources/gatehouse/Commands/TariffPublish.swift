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
      priced or costs less than nothing, if a sum leaves the range of whole numbers, or if a longer \
      stay costs less and the tariff does not say that it may. Public holidays are those of the \
      database, times those of the parks that use the tariff. Who is inside leaves by the version \
      of the entry.

      Example:
        gatehouse tariff publish new.yaml --operator demo --day 2026-11-28 --dry-run
      """)

  @Argument(help: "The tariff's file (YAML or JSON).") var file: String

  @Option(name: .customLong("operator"), help: "Whose tariff it is.") var operatorID: String

  @Option(
    name: .customLong("day"),
    help: "A day to try entries on (YYYY-MM-DD); may be repeated. (default: some of the last weeks)"
  )
  var days: [TariffTest.Day] = []

  @Flag(help: "Say what would change, and change nothing.") var dryRun = false

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let tariff = try TariffOptions.tariff(file)
    let store = try database.connect()
    let changes: [SiteChange]
    do throws(SiteStoreError) {
      changes = try store.publish(
        tariff, operatorID: operatorID, days: days.map(\.date), isDryRun: dryRun)
    } catch {
      guard let errors = error.fileErrors else { throw error }
      throw Failure(file, errors.problems.map(\.message))
    }
    for change in changes { print(change) }
    if changes.isEmpty { print("Nothing to change: the newest version says the same.") }
    try store.warnOfMissingCalendar()
  }
}
