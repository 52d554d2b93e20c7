internal import LeasingAppStore
internal import Parking
internal import ParkingStore

extension Chore {
  /// How long what was delivered is kept, in days.
  private static let outboxDays = 90
  /// How long reports of reconciliation are kept, in days.
  private static let reportDays = 400
  /// More than so many rows at a time: there is more.
  private static let much = 10_000
  /// Summaries that lack so many seconds are behind.
  private static let behind: Int64 = 3600

  /// What a relay has to do.
  static func all(_ settings: RelaySettings) -> [Chore] {
    switch settings.side {
    case .gatehouse: ours(settings)
    case .leasingApp: leasingApp(settings)
    }
  }

  private static func ours(_ settings: RelaySettings) -> [Chore] {
    let store = RelayStore(conninfo: settings.database)
    var chores = [
      Chore(name: "sweep", seconds: 60) {
        pieces(try store.sweep(outboxDays: outboxDays, reportDays: reportDays))
      },
      Chore(name: "events", seconds: 600) { pieces(try store.sweepEvents()) },
      Chore(name: "summaries", seconds: 300) {
        guard let until = try store.summarise() else { return .done(0) }
        return until < (try store.now()).advanced(bySeconds: -behind) ? .more(0) : .done(0)
      },
      Chore(name: "partitions", seconds: 3600) {
        try store.makePartitions()
        return .done(0)
      },
    ]
    if let conninfo = settings.sweepDatabase {
      let store = ParkingStore(conninfo: conninfo, pictures: "")
      chores.append(
        Chore(name: "reviews", seconds: 60) {
          let report = try store.sweepReviews()
          return .done(report.longStays + report.abandoned)
        })
    }
    return chores
  }

  private static func leasingApp(_ settings: RelaySettings) -> [Chore] {
    let store = OfferStore(conninfo: settings.database)
    return [
      Chore(name: "sweep", seconds: 60) { pieces(try store.sweep(outboxDays: outboxDays)) }
    ]
  }

  private static func pieces(_ count: Int) -> Outcome {
    count >= much ? .more(count) : .done(count)
  }
}
