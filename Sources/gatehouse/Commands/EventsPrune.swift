import ArgumentParser
import ParkingStore

/// `gatehouse events prune`
struct EventsPrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Deletes recorded events that are older than their park keeps them.",
    discussion: """
      A park keeps them for `raw_event_days` of its site file, 30 unless said. Run it once a day.

      Examples:
        gatehouse events prune --dry-run
        gatehouse events prune
      """)

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Count them, and delete none.")
  var dryRun = false

  func run() throws {
    let counts = try database.connect().pruneEvents(isDryRun: dryRun)
    for (park, count) in counts { print("\(park): \(count) events") }
    let total = counts.reduce(0) { $0 + $1.count }
    print("\(total) events \(dryRun ? "are old (nothing was deleted)" : "deleted")")
  }
}
