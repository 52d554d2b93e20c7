import ArgumentParser
import Foundation
import Parking
import ParkingStore

/// `gatehouse events export`
struct EventsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes what a park's devices sent, a line of JSON for each event.",
    discussion: """
      The bodies are as they came, without pictures and passwords. With --pseudonymise every plate \
      in them becomes another one: always the same for the same plate of one run, of the same kind \
      and province. An event whose plate cannot be found in its body is then left out. Without it \
      the file says who parked when: keep it to yourself.

      Examples:
        gatehouse events export --park DEMO001 --output events.jsonl
        gatehouse events export --park DEMO001 --days 7 --pseudonymise > events.jsonl
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The park (park_sn).")
  var park: String

  @Option(help: "Only the last so many days. (default: all that are kept)")
  var days: Double?

  @Flag(help: "Put other plates in the place of real ones.")
  var pseudonymise = false

  @Option(help: "Makes the pseudonyms of two runs the same: 16 characters or more, kept secret.")
  var pseudonymKey: String?

  @Flag(help: "Count the events, and write none.")
  var dryRun = false

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)")
  var output: String?

  func validate() throws {
    if let days, days <= 0 { throw ValidationError("--days must be more than 0") }
    if let pseudonymKey, pseudonymKey.utf8.count < 16 || !pseudonymise {
      throw ValidationError("--pseudonym-key needs --pseudonymise and 16 characters")
    }
  }

  func run() throws {
    let store = try database.connect()
    _ = try store.timeZone(ofPark: park)
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let selection = SiteStore.EventSelection(
      parkSN: park, from: now.advanced(bySeconds: -Int64((days ?? 36_500) * 86_400)),
      until: now.advanced(bySeconds: 86_400))
    let total = try store.countEvents(selection)
    guard !dryRun else {
      print("\(total) events (nothing was written)")
      return
    }
    try write(selection, from: store, total: total)
  }

  private func write(
    _ selection: SiteStore.EventSelection, from store: SiteStore, total: Int
  ) throws {
    var pseudonyms = PlatePseudonyms(key: pseudonymKey.map { Array($0.utf8) })
    let bar = ProgressBar(total: total, unit: "events")
    var (text, read, left) = ("", 0, 0)
    var last: Int64 = 0
    while true {
      let events = try store.events(selection, after: last)
      guard let final = events.last else { break }
      for event in events {
        let kept = pseudonymise ? event.pseudonymised(by: &pseudonyms) : event
        text += kept?.line ?? ""
        left += kept == nil ? 1 : 0
      }
      last = final.eventID
      read += events.count
      bar.show(read)
    }
    bar.clear()
    try TextFile.write(text, to: output, mode: 0o600)
    let omitted = left > 0 ? ", \(left) left out whose plate was not found" : ""
    FileHandle.standardError.write(Data("\(read - left) events\(omitted)\n".utf8))
  }
}
