import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse review show`
struct ReviewShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows all that is known of one review.",
    discussion: """
      Example:
        gatehouse review show --park DEMO001 17
      """)

  @OptionGroup var options: ReviewOptions

  @Argument(help: "Its number, as `gatehouse review list` prints it.")
  var review: Int64

  func run() throws {
    let (store, park) = try options.open()
    guard let record = try store.review(review, of: park) else {
      throw Failure("the park has no review \(review)")
    }
    let resolutions = record.reason.resolutions.map(\.rawValue).joined(separator: " ")
    let lines: [(String, String)] = [
      ("number", "\(record.reviewID)"),
      ("raised", record.raised(at: park)),
      ("kind", record.reason.rawValue),
      ("plate", record.license),
      ("booth", record.boothID ?? ""),
      ("stay", Self.text(record.stayID)),
      ("arrival", Self.text(record.arrivalID)),
      ("detail", record.detail),
      ("suggestion", record.reason.suggestion),
      ("pictures", record.pictures.joined(separator: " ")),
      ("resolution", record.resolution?.rawValue ?? "open"),
      ("may be", resolutions),
      ("note", record.note),
      ("by", record.resolvedBy),
    ]
    for (name, text) in lines where !text.isEmpty { print("\(name): \(text)") }
  }

  private static func text(_ number: Int64?) -> String {
    number.map { String($0) } ?? ""
  }
}
