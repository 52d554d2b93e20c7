import ArgumentParser
import Foundation
import Parking
import ParkingStore

/// `gatehouse lease report`
struct LeaseReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "What an operator has to know of a park's leases.",
    discussion: """
      Windows that were sold outside the offer or could not be compared with it, instants with \
      more leases than lease places, vehicles that did not come, and those that stayed on. All of \
      them are honoured: the drivers have paid.

      Example:
        gatehouse lease report --park DEMO001 --days 30
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The park (park_sn).")
  var park: String

  @Option(help: "How many days back; what is to come is always in it.")
  var days = 7

  func validate() throws {
    guard (0...3660).contains(days) else { throw ValidationError("--days is 0 to 3660") }
  }

  func run() throws {
    let since = Instant(seconds: Int64(Date().timeIntervalSince1970) - Int64(days) * 86_400)
    let report = try database.connect().leaseReport(ofPark: park, since: since)
    for section in report.sections {
      print("\(section.title): \(section.lines.count)")
      for line in section.lines { print("  \(line)") }
    }
  }
}
