internal import LeasingAppStore
internal import Logging
internal import ParkingStore
internal import Partners

/// Deletes what is over, and raises what time alone brings onto the review lists: once a minute,
/// or at once again while there is much to delete.
struct Sweeper {
  /// How long what was delivered is kept, in days.
  private static let outboxDays = 90
  /// How long reports of reconciliation are kept, in days.
  private static let reportDays = 400
  /// More than so many rows at a time: there is more.
  private static let much = 10_000

  private let settings: RelaySettings
  private let log: Logger

  init(_ settings: RelaySettings, _ log: Logger) {
    self.settings = settings
    self.log = log
  }

  func run(until stop: StopSign) async {
    let (sweep, sweepReviews) = (sweep, sweepReviews)
    while !stop.isRequested {
      var count = 0
      do {
        count = try sweep()
        if count > 0 { log.info("swept", metadata: ["rows": "\(count)"]) }
        try sweepReviews()
      } catch {
        log.warning("sweeping waits", metadata: ["error": "\(error)"])
      }
      await stop.wait(count >= Self.much ? .seconds(1) : .seconds(60))
    }
  }

  /// Puts on the review lists what time alone brings there.
  private var sweepReviews: () throws -> Void {
    guard settings.side == .gatehouse, let conninfo = settings.sweepDatabase else { return {} }
    let (store, log) = (ParkingStore(conninfo: conninfo, pictures: ""), log)
    return {
      let report = try store.sweepReviews()
      guard report.longStays + report.abandoned > 0 else { return }
      log.info(
        "raised reviews",
        metadata: [
          "long_stays": "\(report.longStays)", "abandoned": "\(report.abandoned)",
        ])
    }
  }

  private var sweep: () throws -> Int {
    switch settings.side {
    case .gatehouse:
      let store = RelayStore(conninfo: settings.database)
      return { try store.sweep(outboxDays: Self.outboxDays, reportDays: Self.reportDays) }
    case .leasingApp:
      let store = OfferStore(conninfo: settings.database)
      return { try store.sweep(outboxDays: Self.outboxDays) }
    }
  }
}
