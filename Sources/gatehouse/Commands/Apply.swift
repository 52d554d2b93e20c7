import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse apply`
struct Apply: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the database say what a site file says.",
    discussion: """
      The file describes operators, parks, hosts, booths, devices, tariffs, vehicles, accounts, \
      terminals and trusted networks (docs/site-files.md). Sections that it leaves out are left \
      alone; what vanished from a section is retired, never deleted. A file with errors changes \
      nothing. Running it again changes nothing.

      Examples:
        gatehouse apply sites/demo.yaml --dry-run
        gatehouse apply sites/demo.yaml
      """)

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Print what would change, and change nothing.")
  var dryRun = false

  @Argument(help: "The site file (YAML); - for standard input.")
  var file: String

  func run() throws {
    let site = try read()
    let store = try database.connect()
    let changes: [SiteChange]
    do throws(SiteStoreError) {
      changes = try store.apply(site, isDryRun: dryRun)
    } catch {
      guard let errors = error.fileErrors else { throw error }
      throw Failure(file, errors)
    }
    for change in changes { print(change) }
    print(summary(changes.count))
    try store.warnOfMissingCalendar()
  }

  private func read() throws -> SiteFile {
    let document = try Document(yamlFile: file)
    do {
      return try SiteFile(document)
    } catch {
      throw Failure(file, error)
    }
  }

  private func summary(_ count: Int) -> String {
    let changes = count == 1 ? "1 change" : "\(count) changes"
    if count == 0 { return "Nothing to change." }
    return dryRun ? "\(changes) to make; nothing was changed." : "\(changes) made."
  }
}
