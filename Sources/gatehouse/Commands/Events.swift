import ArgumentParser

/// `gatehouse events`
struct Events: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes devices' recorded events to a file, replays one, or forgets old ones.",
    subcommands: [EventsExport.self, EventsReplay.self, EventsPrune.self])
}
