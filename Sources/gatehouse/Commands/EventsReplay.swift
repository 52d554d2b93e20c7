import ArgumentParser
import Foundation
import Parking
import ParkingStore

/// `gatehouse events replay`
struct EventsReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Sends recorded events to a server, as their devices did.",
    discussion: """
      Each event goes to the URL of its device: the token is the device's id with --token-suffix \
      behind it, or what --token says. Times in the events are moved, so that each is as old when \
      it is sent as it was when it came; a repetition is the same event still. Send them to a test \
      server: they open barriers and begin stays.

      Examples:
        gatehouse events replay events.jsonl --dry-run
        gatehouse events replay events.jsonl --url http://127.0.0.1:8080
        gatehouse events replay events.jsonl --token cam-1=SECRET --token cam-2=SECRET --speed 10
      """)

  @Argument(help: "The file of `gatehouse events export`; - for standard input.")
  var file: String

  @Option(help: "Where the server is: http://host[:port].")
  var url = "http://127.0.0.1:8080"

  @Option(
    name: .customLong("token-suffix"), parsing: .unconditional,
    help: "What follows a device's id in its token.")
  var tokenSuffix = "-camera"

  @Option(help: "A device's token, as DEVICE=TOKEN; may be given several times.")
  var token: [String] = []

  @Option(help: "So many times as fast as they came. (default: as fast as they are answered)")
  var speed: Double?

  @Flag(help: "Leave the times as they are.")
  var keepTimes = false

  @Flag(help: "Say what would be sent, and send nothing.")
  var dryRun = false

  func validate() throws {
    if let speed, speed <= 0 { throw ValidationError("--speed must be more than 0") }
    if HTTPClient(url: url) == nil {
      throw ValidationError("--url must be http://host[:port], such as http://127.0.0.1:8080")
    }
    if let bad = token.first(where: { !$0.contains("=") }) {
      throw ValidationError("--token must be DEVICE=TOKEN, not “\(bad)”")
    }
  }

  func run() throws {
    let events = try read()
    guard !dryRun else { return describe(events) }
    guard let http = HTTPClient(url: url) else { throw ExitCode.validationFailure }
    Interruption.watch()
    let bar = ProgressBar(total: events.count, unit: "events")
    var player = EventPlayer(
      http, tokens: tokens, tokenSuffix: tokenSuffix, speed: speed, keepsTimes: keepTimes)
    for (index, event) in events.enumerated() where !Interruption.isRequested {
      do throws(HTTPClient.NoAnswer) {
        try player.send(event)
      } catch {
        bar.clear()
        throw Failure("event \(event.eventID), the \(index + 1)th, was not answered: \(error)")
      }
      bar.show(index + 1)
    }
    bar.clear()
    print("\(player.taken) events taken, \(player.refused) refused")
    if let refusal = player.lastRefusal { throw Failure("the last refusal: \(refusal)") }
  }

  private var tokens: [String: String] {
    token.reduce(into: [:]) { tokens, text in
      let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      tokens[String(halves[0])] = String(halves[1])
    }
  }

  private func read() throws -> [RecordedEvent] {
    let text = String(decoding: try TextFile.read(file), as: UTF8.self)
    var problems: [String] = []
    let events = text.split(separator: "\n").enumerated().compactMap { index, line in
      let event = RecordedEvent(line: String(line))
      if event == nil { problems.append("line \(index + 1) is no event") }
      return event
    }
    guard problems.isEmpty else { throw Failure(file, problems) }
    return events
  }

  private func describe(_ events: [RecordedEvent]) {
    let groups = Dictionary(grouping: events) { "\($0.deviceID) (\($0.vendor))" }
    for (device, events) in groups.sorted(by: { $0.key < $1.key }) {
      let repeats = events.count { $0.isRepeat }
      let kinds = Set(events.map(\.kind)).sorted().joined(separator: ", ")
      print("\(device): \(events.count) events, \(repeats) of them repetitions; \(kinds)")
    }
    print("\(events.count) events (nothing was sent)")
  }
}
