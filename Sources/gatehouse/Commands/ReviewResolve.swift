import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse review resolve`
struct ReviewResolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Says what was done about a review; kept in the audit trail.",
    discussion: """
      confirmed: all is as it should be. mistake: nothing is owed. collected: paid elsewhere. \
      pursued: will be asked for. waived: given up. closed: the vehicle is gone, and its open stay \
      ends as unresolved.

      Example:
        gatehouse review resolve --park DEMO001 17 closed --note "towed away"
      """)

  @OptionGroup var options: ReviewOptions

  @Argument(help: "Its number, as `gatehouse review list` prints it.")
  var review: Int64

  @Argument(help: "What was done.", transform: ReviewResolution.named)
  var resolution: ReviewResolution

  @Option(help: "More about it.")
  var note = ""

  func run() throws {
    let (store, park) = try options.open()
    let press = ReviewPress(reviewID: review, resolution: resolution, note: note)
    do {
      try store.resolve(press, of: park, by: .commandLine)
    } catch let refusal as ReviewRefusal {
      throw Failure(Self.words(for: refusal, review))
    } catch Refusal.unknownStay {
      throw Failure("review \(review) has no open stay to end")
    }
    print("\(review): \(resolution.rawValue)")
  }

  private static func words(for refusal: ReviewRefusal, _ review: Int64) -> String {
    switch refusal {
    case .unknownReview: "the park has no review \(review)"
    case .alreadyResolved: "review \(review) was resolved before, in another way"
    case .notApplicable: "review \(review) is not resolved in this way; `show` says how it can be"
    case .needsSupervisor: "only a supervisor may"
    }
  }
}
