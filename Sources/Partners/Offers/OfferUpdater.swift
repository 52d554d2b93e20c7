public import LeasingAppStore
public import Logging
internal import Parking

/// Reads parking systems' `api/leasePark` on a schedule, and so completes and corrects the leasing
/// app's offers.
public final class OfferUpdater {
  private static let limit = 1000
  private static let mostPages = 10_000

  private let store: OfferStore
  private let client: PartnerClient
  private let log: Logger
  private let stop: StopSign

  /// An updater on a database.
  public init(store: OfferStore, client: PartnerClient, log: Logger, stop: StopSign) {
    self.store = store
    self.client = client
    self.log = log
    self.stop = stop
  }

  /// Reads each parking system so often, until the sign is up.
  public func run(every seconds: Int64) async {
    var isAway = false
    while !stop.isRequested {
      do {
        for source in try store.due(every: seconds) where !stop.isRequested {
          try await read(source)
        }
        isAway = false
      } catch {
        if !isAway { log.warning("reading offers waits", metadata: ["error": "\(error)"]) }
        isAway = true
      }
      await stop.wait(.seconds(1))
    }
  }

  /// Reads until a page is empty.
  private func read(_ source: OfferStore.Source) async throws {
    let began = try store.now()
    var pages: [OfferPage] = []
    var fault: String?
    do {
      while try await append(to: &pages, of: source) {}
      let unreadable = pages.reduce(0) { $0 + $1.unreadable }
      if unreadable > 0 { fault = "\(unreadable) entries were not understood" }
    } catch let error as CallError {
      fault = "page \(pages.count + 1): \(error.withoutQuotation)"
    }
    let offers = pages.flatMap(\.offers)
    try store.keep(
      offers, of: source.appID, began: began, ended: try store.now(), fault: fault)
    var metadata: Logger.Metadata = ["partner": "\(source.appID)", "offers": "\(offers.count)"]
    if let fault {
      metadata["fault"] = "\(fault)"
      log.warning("offers could not be read completely", metadata: metadata)
    } else {
      log.info("read offers", metadata: metadata)
    }
  }

  private func append(
    to pages: inout [OfferPage], of source: OfferStore.Source
  ) async throws -> Bool {
    guard pages.count < Self.mostPages else { throw CallError.unreadable("there is no end") }
    guard let target = PartnerClient.Target(source.partner, appID: source.appID) else {
      throw CallError.badAddress
    }
    let call = Call(
      "api/leasePark",
      [
        (name: "page", value: .number(pages.count + 1)),
        (name: "limit", value: .number(Self.limit)),
      ])
    let answer = try await client.send(call, to: target, timestamp: try store.now().seconds)
    guard let page = OfferPage(answer.data) else {
      throw CallError.unreadable("its data is no array")
    }
    guard !page.offers.isEmpty || page.unreadable > 0 else { return false }
    guard page != pages.last else { throw CallError.unreadable("the same as the page before") }
    pages.append(page)
    return true
  }
}
