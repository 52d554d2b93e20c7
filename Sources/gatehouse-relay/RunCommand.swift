internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import JSONLogs
internal import LeasingAppStore
internal import Logging
internal import ParkingStore
internal import Partners

/// Runs until SIGTERM, SIGINT or SIGUSR1, by which multiwatch ends its children; what is on its way
/// is finished.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run until SIGTERM (the default).")

  func run() async throws {
    LoggingSystem.bootstrap(JSONLogHandler.init)
    let log = Logger(label: "gatehouse.relay")
    let settings = try RelaySettings()
    let client = try settings.client()
    let stop = StopSign()
    let signals = [SIGTERM, SIGINT, SIGUSR1].map { Self.watch($0, stop) }
    log.info("started", metadata: ["for": "\(settings.side.rawValue)"])
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await Delivery(
          outbox: settings.outbox(), client: client, rule: settings.retries, log: log
        ).run(until: stop)
      }
      group.addTask { await Self.read(settings, client, log, stop) }
      group.addTask { await Sweeper(settings, log).run(until: stop) }
    }
    for signal in signals { signal.cancel() }
    log.info("stopped")
  }

  private static func read(
    _ settings: RelaySettings, _ client: PartnerClient, _ log: Logger, _ stop: StopSign
  ) async {
    switch settings.side {
    case .gatehouse:
      await Reconciler(
        store: RelayStore(conninfo: settings.database), client: client, log: log, stop: stop
      ).run(every: settings.readSeconds, rule: settings.rule)
    case .leasingApp:
      await OfferUpdater(
        store: OfferStore(conninfo: settings.database), client: client, log: log, stop: stop
      ).run(every: settings.readSeconds)
    }
  }

  private static func watch(_ number: Int32, _ stop: StopSign) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler { stop.request() }
    source.resume()
    return source
  }
}
