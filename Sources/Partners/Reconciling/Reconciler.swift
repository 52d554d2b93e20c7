public import Logging
public import Parking
public import ParkingStore

/// Reconciles parks with their partners' orders, on a schedule or by hand.
public final class Reconciler {
  /// A partner that does not answer is left alone for so long, so that others get their turn.
  private static let partnerPause = Duration.seconds(60)

  private let store: RelayStore
  private let client: PartnerClient
  private let log: Logger
  private let stop: StopSign
  private var silent: [String: ContinuousClock.Instant] = [:]

  /// A reconciler on a database.
  public init(store: RelayStore, client: PartnerClient, log: Logger, stop: StopSign) {
    self.store = store
    self.client = client
    self.log = log
    self.stop = stop
  }

  /// Reads each park so often, until the sign is up.
  public func run(every seconds: Int64, rule: ReconciliationRule) async {
    var isAway = false
    while !stop.isRequested {
      do {
        for park in try store.parksToRead(every: seconds, limit: 100)
        where !stop.isRequested && !isSilent(park, seconds) {
          try await readOnce(park, every: seconds, rule: rule)
        }
        isAway = false
      } catch {
        if !isAway { log.warning("reconciliation waits", metadata: ["error": "\(error)"]) }
        isAway = true
      }
      await stop.wait(.seconds(1))
    }
  }

  /// Reads a park unless another relay does, or did a moment ago.
  private func readOnce(
    _ park: ReadPark, every seconds: Int64, rule: ReconciliationRule
  ) async throws {
    guard try store.beginReading(park) else { return }
    do {
      if try store.isDue(park, every: seconds) {
        _ = try await reconcile(park, cause: .schedule, rule: rule, isDry: false)
      }
    } catch {
      try? store.endReading(park)
      throw error
    }
    try store.endReading(park)
  }

  /// Reads one park and carries out what follows, unless `isDry`.
  ///
  /// - Throws: when our own database does not answer.
  public func reconcile(
    _ park: ReadPark, cause: ParkReading.Cause, rule: ReconciliationRule, isDry: Bool
  ) async throws -> (reading: ParkReading, result: Reconciliation) {
    let reader = OrderReader(client: client, store: store, stop: stop)
    let reading = try await reader.read(park, cause: cause)
    silent[park.appID] = reading.pages == 0 && reading.fault != nil ? .now : nil
    let result = try store.reconcile(reading, rule: rule, isDry: isDry)
    report(reading, result)
    return (reading, result)
  }

  private func isSilent(_ park: ReadPark, _ seconds: Int64) -> Bool {
    silent[park.appID].map { .now - $0 < min(Self.partnerPause, .seconds(seconds)) } ?? false
  }

  private func report(_ reading: ParkReading, _ result: Reconciliation) {
    var metadata: Logger.Metadata = [
      "partner": "\(reading.park.appID)", "park": "\(reading.park.parkSN)",
      "pages": "\(reading.pages)", "windows": "\(reading.orders.windows.count)",
      "added": "\(result.lacking.count)", "absent": "\(result.absent.count)",
      "taken_back": "\(result.takenBack.count)",
    ]
    if let fault = reading.fault {
      metadata["fault"] = "\(fault)"
      log.warning("a partner's orders could not be read completely", metadata: metadata)
    } else if !result.heldBack.isEmpty {
      metadata["held_back"] = "\(result.heldBack.count)"
      log.error("too many windows would be taken back: somebody has to look", metadata: metadata)
    } else {
      log.info("reconciled", metadata: metadata)
    }
  }
}
