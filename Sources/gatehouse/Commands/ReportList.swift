import ArgumentParser
import ParkingStore

/// `gatehouse report list`
struct ReportList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Names the reports and what each can be grouped by.")

  func run() {
    for report in Report.all {
      print("\(report.name)\t\(report.english)\t\(report.chinese)")
      print("\t--by \(report.dimensions.map(\.name).joined(separator: ", "))")
      print("\tshows \(report.figures.map(\.name).joined(separator: ", "))")
    }
  }
}
