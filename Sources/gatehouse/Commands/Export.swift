import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the site file in which `apply` finds nothing to change.",
    discussion: """
      Passwords and tokens are written as hashes; they let nobody in, but keep the file to \
      yourself. Vehicles that came by CSV or console are not in it: see `gatehouse vehicles export`.

      Examples:
        gatehouse export > site.yaml
        gatehouse export --output site.yaml
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)")
  var output: String?

  func run() throws {
    let site = try database.connect().export()
    let text = "# Written by `gatehouse export`; see docs/site-files.md.\n"
    try TextFile.write(text + site.document.yamlText(), to: output, mode: 0o600)
  }
}
