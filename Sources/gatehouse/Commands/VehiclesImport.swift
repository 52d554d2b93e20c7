import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse vehicles import`
struct VehiclesImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes the vehicles of a CSV file into a park's registry.",
    discussion: """
      The first line names the columns: plate, category (monthly, free, blacklisted), valid_from, \
      valid_until (dates; the last day is included) and note. Every bad row is named with its \
      line, and then nothing is imported. A vehicle is known again by plate, category and \
      valid_from.

      Examples:
        gatehouse vehicles import cards.csv --park DEMO001 --dry-run
        gatehouse vehicles import cards.csv --park DEMO001
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The park (park_sn).")
  var park: String

  @Flag(help: "Retire the vehicles that came by CSV before and are not in this file.")
  var replace = false

  @Flag(help: "Print what would change, and change nothing.")
  var dryRun = false

  @Argument(help: "The CSV file (UTF-8); - for standard input.")
  var file: String

  func run() throws {
    let store = try database.connect()
    let zone = try store.timeZone(ofPark: park)
    let report: VehicleImport
    do {
      let sheet = try VehicleSheet(try TextFile.read(file), zone: zone)
      let bar = ProgressBar(total: sheet.rows.count, unit: "vehicles")
      defer { bar.clear() }
      report = try store.importVehicles(
        sheet, toPark: park, isReplacing: replace, isDryRun: dryRun, progress: bar.show)
    } catch let errors as SiteFileErrors {
      throw Failure(file, errors)
    } catch let error as SiteStoreError {
      guard let errors = error.fileErrors else { throw error }
      throw Failure(file, errors)
    }
    print("\(report.description)\(dryRun ? " (nothing was changed)" : "")")
  }
}
