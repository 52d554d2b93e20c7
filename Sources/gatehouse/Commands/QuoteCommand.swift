import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse quote`
struct QuoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote", abstract: "Prices finished stays again.",
    subcommands: [QuoteReplayCommand.self])
}

/// `gatehouse quote replay`
struct QuoteReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Prices a finished stay again and says if a single fen differs.",
    discussion: """
      A stay keeps its tariff version, what went into its fee and the lines that came out. \
      Exit status 1 if anything differs.

      Example:
        gatehouse quote replay 4711
      """)

  @Argument(help: "The stay's number.") var stay: Int64

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    guard let replay = try database.connect().replayQuote(stayID: stay) else {
      throw Failure("there is no finished stay \(stay) with an entry")
    }
    let zone = replay.timeZone
    print(
      "\(replay.license)  \(zone.civil(of: replay.enterTime)) – \(zone.civil(of: replay.leaveTime))"
    )
    show("kept", replay.kept)
    guard !replay.isSame else { return print("The same to the fen, line by line.") }
    show("now ", replay.replayed)
    throw Failure("stay \(stay) is priced differently now")
  }

  private func show(_ word: String, _ fee: Fee) {
    switch fee {
    case .unknown(let reason): print("\(word): no fee, \(reason)")
    case .known(let total, let coupon, let quote):
      print("\(word): \(total.fen) fen, coupon \(coupon.fen) fen")
      guard let kept = try? KeptQuote(json: quote) else { return }
      for line in kept.quote.lines { print("  \(line.english(kept.quote.currency))") }
    }
  }
}
