import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse lease offer`
struct LeaseOfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Shows what parks offer, or changes what one offers.",
    discussion: """
      Without options it shows offers. An option changes that part alone; a park without an offer \
      needs all but the days and --closed. Partners are told in the background. A site file that \
      gives `lease_offer` says otherwise at its next apply.

      Examples:
        gatehouse lease offer
        gatehouse lease offer DEMO001 --price 120 --dry-run
        gatehouse lease offer DEMO001 --closed
      """)

  @OptionGroup var database: DatabaseOptions

  @Argument(help: "The park (park_sn); all parks when it is left out.")
  var park: String?

  @OptionGroup var terms: LeaseTerms

  @Flag(help: "Print what would change, and change nothing.")
  var dryRun = false

  func validate() throws {
    if park == nil, !terms.isEmpty {
      throw ValidationError("name the park whose offer is to change")
    }
  }

  func run() throws {
    let store = try database.connect()
    guard let park, !terms.isEmpty else { return try show(store) }
    let changes = try store.changeOffer(ofPark: park, isDryRun: dryRun) { old in
      try terms.applied(to: old)
    }
    for change in changes { print(change) }
    if changes.isEmpty { print("Nothing to change.") }
    if dryRun, !changes.isEmpty { print("Nothing was changed.") }
  }

  private func show(_ store: SiteStore) throws {
    let offers = try store.offers().filter { park == nil || $0.parkSN == park }
    for (parkSN, terms) in offers { print("\(parkSN)  \(terms.line)") }
    if offers.isEmpty { print("No offer.") }
  }
}

extension LeaseOffer {
  /// One line for people.
  fileprivate var line: String {
    let days = [("Sat", AllDay.saturdays), ("Sun", .sundays), ("holidays", .holidays)]
      .filter { allDay.contains($0.1) }.map(\.0).joined(separator: " ")
    return "\(start.leaseText)–\(end.leaseText)\(days.isEmpty ? "" : ", all day \(days)"), "
      + "until \(deadline), start_price \(startPrice.fen), price \(price.fen), "
      + "holiday_price \(holidayPrice.fen)\(isOpen ? "" : ", closed")"
  }
}
