import ArgumentParser
import Foundation
import Parking
import ParkingStore

/// `gatehouse audit list`
struct AuditList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Shows the newest lines of the audit trail, newest first.",
    discussion: """
      Columns with tabs between: number, time (UTC), park and booth, person, how the caller was let \
      in, action, plate, detail.

      Examples:
        gatehouse audit list --park DEMO001 --count 50
        gatehouse audit list --before 120034
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: "Only this park (park_sn). (default: all)") var park: String?
  @Option(help: "Only lines before this number.") var before: Int64?
  @Option(help: "How many, 1 to 10000.") var count = 20

  func validate() throws {
    guard (1...10_000).contains(count) else { throw ValidationError("--count is 1 to 10000") }
  }

  func run() throws {
    let store = try database.connect()
    if let park { _ = try store.timeZone(ofPark: park) }
    for line in try store.audit(ofPark: park, before: before, count: count) {
      let time = Date(timeIntervalSince1970: Double(line.time.microseconds) / 1e6)
      let cells = [
        "\(line.auditID)", time.formatted(.iso8601), line.booth, line.person, line.caller,
        line.action, line.license, line.detail,
      ]
      print(cells.map { $0.replacing("\t", with: " ") }.joined(separator: "\t"))
    }
  }
}
