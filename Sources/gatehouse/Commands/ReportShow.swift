import ArgumentParser
import Foundation
import Parking
import ParkingStore

/// `gatehouse report NAME`
struct ReportShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a report (the word show may be left out).",
    discussion: """
      Days are those of each park's own clocks. Money is in yuan, in CSV in fen. An operator's own \
      role (see `gatehouse report role`) may run it too, and sees its own parks alone.

      Examples:
        gatehouse report income --from 2026-11-01 --to 2026-11-30
        gatehouse report income --by month --by method --park DEMO001
        gatehouse report occupancy --by weekday --by hour --format html --output occupancy.html
        gatehouse report unresolved --by stay --by why --by review --format csv
      """)

  /// How a report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case html
  }

  /// A day as an argument.
  struct Day: ExpressibleByArgument {
    let date: CivilDate

    init?(argument: String) {
      guard let date = CivilDate(argument) else { return nil }
      self.date = date
    }
  }

  /// Without --from: so many days back.
  private static let usualDays = 30

  @OptionGroup var database: DatabaseOptions

  @Argument(help: "Which report; `gatehouse report list` names them.") var name: String

  @Option(help: "Only this park (park_sn). (default: all)") var park: String?
  @Option(help: "The first day, YYYY-MM-DD. (default: 30 days ago)") var from: Day?
  @Option(help: "The last day, YYYY-MM-DD. (default: today)") var to: Day?
  @Option(help: "What to group by; may be repeated. (default: the report's own)")
  var by: [String] = []
  @Option(help: "table, csv or html, a page with a picture.") var format = Format.table
  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)")
  var output: String?

  func validate() throws {
    if let from, let to, to.date < from.date {
      throw ValidationError("--to is earlier than --from")
    }
  }

  func run() throws {
    guard let report = Report.named(name) else {
      let names = Report.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no report \(name); the reports are: \(names)")
    }
    var request = ReportRequest(report)
    (request.by, request.parkSN, request.to) = (by, park, to?.date)
    let today = Int(Date().timeIntervalSince1970) / 86_400
    request.from = from?.date ?? CivilDate(dayNumber: today - Self.usualDays)
    let table = try database.connect().report(request)
    let text =
      switch format {
      case .table: table.text
      case .csv: table.csv
      case .html: table.html
      }
    try TextFile.write(text, to: output, mode: 0o640)
  }
}
