internal import ArgumentParser
internal import Foundation
internal import Logging
internal import Parking
internal import ParkingStore
internal import Partners

/// Reads partners' orders now, and prints the difference. `gatehouse lease reconcile` runs it.
struct ReconcileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Read partners' orders now and compare.",
    discussion: """
      A window that the partner lacks is taken back only when another complete reading, at least \
      five minutes before, lacked it too; so a first run only notes it.
      """)

  @Option(help: "Only this partner.") var partner: String?
  @Option(help: "Only this park.") var park: String?
  @Flag(help: "Change nothing and keep no report.") var dryRun = false
  @Flag(help: "Take back even more than the usual share, having looked at the report.")
  var confirm = false

  func run() async throws {
    // Lines for a person are printed; the log would say the same again.
    LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
    let settings = try RelaySettings()
    guard settings.side == .gatehouse else {
      throw ValidationError("the leasing app has nothing to reconcile")
    }
    var rule = settings.rule
    rule.isConfirmed = confirm
    let store = RelayStore(conninfo: settings.database)
    let reconciler = Reconciler(
      store: store, client: try settings.client(), log: Logger(label: "gatehouse.relay"),
      stop: StopSign())
    let parks = try store.parks(appID: partner, parkSN: park)
    guard !parks.isEmpty else {
      throw CleanExit.message("No partner has such a park and an address.")
    }
    var isGood = true
    for park in parks {
      guard try store.beginReading(park) else {
        print("\(park.appID) \(park.parkSN): being read by a relay; try again")
        isGood = false
        continue
      }
      let (reading, result) = try await reconciler.reconcile(
        park, cause: .hand, rule: rule, isDry: dryRun)
      try store.endReading(park)
      ReconciliationText(reading, result, isDry: dryRun).print()
      if reading.fault != nil || !result.heldBack.isEmpty { isGood = false }
    }
    if !isGood { throw ExitCode.failure }
  }
}
