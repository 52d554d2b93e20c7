internal import Parking
internal import ParkingStore

/// Reads all pages of a partner's `lease/order` for a park.
struct OrderReader {
  /// Entries asked for on a page: the document's most.
  static let limit = 1000
  /// A partner that never ends is not read for ever.
  static let mostPages = 10_000

  let client: PartnerClient
  let store: RelayStore
  let stop: StopSign

  /// Reads until a page is empty: a partner may give fewer entries on a page than it was asked for,
  /// so a short page is not known to be the last.
  ///
  /// - Throws: when our own database does not answer. What goes wrong at the partner's is a fault of
  ///   the reading, which then is not complete.
  func read(_ park: ReadPark, cause: ParkReading.Cause) async throws -> ParkReading {
    let began = try store.now()
    var pages: [OrderPage] = []
    var fault: String?
    do {
      while try await append(to: &pages, of: park) {}
    } catch let error as CallError {
      fault = "page \(pages.count + 1): \(error.withoutQuotation)"
    } catch let failure as Failure {
      fault = "page \(pages.count + 1): \(failure.reason)"
    }
    let unreadable = pages.enumerated().flatMap { index, page in
      page.unreadable.map { "page \(index + 1), \($0)" }
    }
    if fault == nil, !unreadable.isEmpty {
      fault = "\(unreadable.count) entries were not understood"
    }
    return ParkReading(
      park: park, cause: cause,
      orders: OrderReading(
        began: began, ended: try store.now(), windows: Set(pages.flatMap(\.windows)),
        isComplete: fault == nil),
      pages: pages.count, fault: fault, unreadable: unreadable)
  }

  private struct Failure: Error {
    let reason: String
  }

  /// Reads the next page; false when it was empty.
  private func append(to pages: inout [OrderPage], of park: ReadPark) async throws -> Bool {
    guard !stop.isRequested else { throw Failure(reason: "the relay was stopped") }
    guard pages.count < Self.mostPages else { throw Failure(reason: "there is no end") }
    guard let target = PartnerClient.Target(park.partner, appID: park.appID) else {
      throw CallError.badAddress
    }
    let call = Call(
      "lease/order",
      [
        (name: "park_sn", value: .text(park.parkSN)),
        (name: "page", value: .number(pages.count + 1)),
        (name: "limit", value: .number(Self.limit)),
      ])
    let answer = try await client.send(call, to: target, timestamp: try store.now().seconds)
    guard let page = OrderPage(answer.data) else {
      throw CallError.unreadable("its data is no array")
    }
    guard page.count > 0 else { return false }
    // Who ignores `page` answers the same for ever.
    guard page != pages.last else { throw Failure(reason: "the same as the page before") }
    pages.append(page)
    return true
  }
}
