import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse review list`
struct ReviewListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists a park's reviews, newest first.",
    discussion: """
      Number, time, kind, plate, booth and detail, with tabs between them.

      Examples:
        gatehouse review list --park DEMO001
        gatehouse review list --park DEMO001 --state all --kind long_stay
      """)

  @OptionGroup var options: ReviewOptions

  @Option(help: "Only entries of this kind.", transform: ReviewReason.named)
  var kind: ReviewReason?

  @Option(
    help: "Only entries in this state: open, resolved or all.", transform: ReviewFilter.State.named)
  var state: ReviewFilter.State = .open

  @Option(help: "Only entries older than this number.")
  var before: Int64?

  @Option(help: "The most entries, 1 to 1000.")
  var count = 50

  func validate() throws {
    guard (1...1_000).contains(count) else { throw ValidationError("--count is from 1 to 1000") }
  }

  func run() throws {
    let (store, park) = try options.open()
    let filter = ReviewFilter(reason: kind, state: state, before: before)
    for review in try store.reviews(of: park, filter, count: count) {
      let fields = [
        String(review.reviewID), review.raised(at: park), review.reason.rawValue, review.license,
        review.boothID ?? "", review.resolution?.rawValue ?? "open", review.detail,
      ]
      print(fields.joined(separator: "\t"))
    }
  }
}
