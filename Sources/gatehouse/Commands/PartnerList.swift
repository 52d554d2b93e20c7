import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse partner list`
struct PartnerList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists partners with their parks and the names of their keys.")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let partners = try database.connect().partners()
    for partner in partners { print(partner.line) }
    if partners.isEmpty { print("No partner.") }
  }
}

extension PartnerListing {
  fileprivate var line: String {
    let keys = keys.map { "\($0.keyID) (\(ParkTimeZone.utc.civil(of: $0.createdAt).date))" }
    return [
      "\(appID)  \(name), operator \(operatorID)",
      "parks \(parks.isEmpty ? "none" : parks.joined(separator: " "))",
      "keys \(keys.isEmpty ? "none" : keys.joined(separator: ", "))",
      baseURL.isEmpty ? "nothing is pushed" : "pushes to \(baseURL) as \(pushFormat)",
    ].joined(separator: "; ") + (disabledAt == nil ? "" : "; DISABLED")
  }
}
