internal import LeasingAppStore
internal import Logging
internal import Parking
internal import ParkingStore

extension Chore {
  /// How long what was delivered is kept, in days.
  private static let outboxDays = 90
  /// How long reports of reconciliation are kept, in days.
  private static let reportDays = 400
  /// More than so many rows at a time: there is more.
  private static let much = 10_000
  /// So many seals at a time: there is more to seal.
  private static let sealed = 5000
  /// Summaries that lack so many seconds are behind.
  private static let behind: Int64 = 3600

  /// What a relay has to do.
  static func all(_ settings: RelaySettings, _ log: Logger) -> [Chore] {
    switch settings.side {
    case .gatehouse: ours(settings, log)
    case .leasingApp: leasingApp(settings)
    }
  }

  private static func ours(_ settings: RelaySettings, _ log: Logger) -> [Chore] {
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
    chores += keeping(store, settings, log)
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

  /// What is kept of people, and the seals of the audit trail. The log keeps the newest seal.
  private static func keeping(
    _ store: RelayStore, _ settings: RelaySettings, _ log: Logger
  ) -> [Chore] {
    var chores = [
      Chore(name: "audit", seconds: 60) {
        let (count, seal) = try store.sealAudit()
        if count > 0, let seal {
          log.info(
            "sealed the audit trail",
            metadata: ["position": "\(seal.position)", "digest": "\(seal.digest)"])
        }
        return count < sealed ? .done(0) : .more(0)
      },
      Chore(name: "forget", seconds: 600) {
        let count = try store.forget()
        return count == 0 ? .done(0) : .more(count)
      },
    ]
    if let folder = settings.pictures {
      chores.append(
        Chore(name: "pictures", seconds: 600) {
          let count = try store.forgetPictures(in: folder)
          return count == 0 ? .done(0) : .more(count)
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
