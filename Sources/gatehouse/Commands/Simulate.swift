import ArgumentParser
import Foundation
import ParkingStore

/// `gatehouse simulate`
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Drives cars through a park, as its cameras and its attendant.",
    discussion: """
      It uses the real URLs of the booths whose id ends in “-2”, so that others stay free for a \
      tour by hand, and plates of its own: 苏E90000 to 苏E99999. Some entries are stored events of \
      hours ago, so that there is something to pay. Ctrl-C lets those inside out and ends.

      The park is the one that the server knows by the host of --url, or by --host. With \
      GATEHOUSE_DATABASE or --database the host is looked up.

      Examples:
        gatehouse simulate --park DEMO001 --cars-per-minute 12
        gatehouse simulate --park DEMO002 --host demo2.localhost --booth-suffix -1 --duration 60 \\
          --cars-per-minute 30
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The park (park_sn).")
  var park: String

  @Option(help: "How many cars come in a minute, on average (0.1 to 6000).")
  var carsPerMinute: Double

  @Option(help: "Where the server is: http://host[:port].")
  var url = "http://127.0.0.1:8080"

  @Option(help: "The name by which the server knows the park. (default: the host of --url)")
  var host: String?

  @Option(help: "End after so many seconds. (default: never)")
  var duration: Double?

  @Option(
    name: .customLong("booth-suffix"), parsing: .unconditional,
    help: "How the ids of the booths to use end.")
  var boothSuffix = "-2"

  @Option(
    name: .customLong("token-suffix"), parsing: .unconditional,
    help: "What follows a booth's id in its camera's token.")
  var tokenSuffix = "-camera"

  @Option(help: "The first characters of every plate; four digits follow.")
  var platePrefix = "苏E9"

  @Option(help: "The bearer token of a booth terminal, where the network is not trusted.")
  var terminalToken: String?

  func validate() throws {
    guard (0.1...6000).contains(carsPerMinute) else {
      throw ValidationError("--cars-per-minute must be from 0.1 to 6000")
    }
    if let duration, duration <= 0 { throw ValidationError("--duration must be more than 0") }
    if HTTPClient(url: url) == nil {
      throw ValidationError("--url must be http://host[:port], such as http://127.0.0.1:8080")
    }
  }

  func run() throws {
    guard var http = HTTPClient(url: url) else { throw ExitCode.validationFailure }
    http.host = try host ?? registeredHost(http.host)
    let client = BoothClient(http, bearer: terminalToken, tokenSuffix: tokenSuffix)
    Interruption.watch()
    let booths = try findBooths(client, http.host)
    LiveLine().keep(
      "Cars drive into \(park) at \(booths.entry.id) and out at \(booths.exit.id); Ctrl-C ends.")
    drive(
      Simulator(
        client, entry: booths.entry, exit: booths.exit,
        traffic: Simulator.Traffic(platePrefix: platePrefix, carsPerMinute: carsPerMinute)))
  }

  /// A host of the park: that of the URL if it is one, else the first that the database has.
  private func registeredHost(_ given: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment[DatabaseOptions.variable]
    guard database.conninfo ?? environment != nil else { return given }
    let hosts = try database.connect().hosts().filter { $0.park == park }.map(\.host)
    guard let first = hosts.first else {
      throw Failure("no host leads to a park “\(park)”; `gatehouse nginx` shows the hosts")
    }
    return hosts.contains(given) ? given : first
  }

  private func findBooths(
    _ client: BoothClient, _ host: String
  ) throws -> (entry: BoothClient.Booth, exit: BoothClient.Booth) {
    let (answer, booths) = try patiently { () throws(HTTPClient.NoAnswer) in try client.booths() }
    guard answer.isDone else {
      throw Failure("\(url) refuses to list the booths of \(host) (\(answer.refusal))")
    }
    let suitable = booths.filter { $0.id.hasSuffix(boothSuffix) }
    let entry = suitable.first { !$0.isExit }
    let exit = suitable.first { $0.isExit }
    guard let entry, let exit else {
      let lacking = [entry == nil ? "entry" : nil, exit == nil ? "exit" : nil].compactMap(\.self)
      throw Failure(
        "the park has no \(lacking.joined(separator: " and no ")) booth whose id ends in "
          + "“\(boothSuffix)”; it has \(booths.map(\.id).joined(separator: ", ")). "
          + "Add one to the site file, or give --booth-suffix")
    }
    return (entry, exit)
  }

  /// Waits some seconds for a server that is just starting.
  private func patiently<Value>(
    _ body: () throws(HTTPClient.NoAnswer) -> Value
  ) throws -> Value {
    let end = Date().addingTimeInterval(20)
    while true {
      do throws(HTTPClient.NoAnswer) {
        return try body()
      } catch {
        guard Date() < end, !Interruption.isRequested else {
          throw Failure("\(url) does not answer (\(error)); start Gatehouse with `make run`")
        }
        Thread.sleep(forTimeInterval: 0.5)
      }
    }
  }

  private func drive(_ simulator: Simulator) {
    var simulator = simulator
    var line = LiveLine()
    let end = duration.map { Date().addingTimeInterval($0) } ?? .distantFuture
    var closingTime: Date?
    while true {
      let now = Date()
      if closingTime == nil, now >= end || Interruption.isRequested {
        // Who stops us gives us some seconds.
        closingTime = now.addingTimeInterval(4)
      }
      if let closingTime, simulator.isEmpty || now >= closingTime { break }
      let next = simulator.advance(now: now, isClosing: closingTime != nil)
      line.show(simulator.count.description)
      let pause = min(next, end).timeIntervalSinceNow
      if pause > 0, closingTime == nil { Thread.sleep(forTimeInterval: min(pause, 0.1)) }
    }
    line.keep(simulator.count.description)
  }
}
