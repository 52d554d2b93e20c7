import ArgumentParser
import Outbox
import Parking
import ParkingStore

/// `gatehouse lease outbox`
struct LeaseOutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "Shows what partners have not been told, or sends it again.",
    subcommands: [LeaseOutboxList.self, LeaseOutboxResend.self],
    defaultSubcommand: LeaseOutboxList.self)
}

/// `gatehouse lease outbox list`
struct LeaseOutboxList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Shows what waits and what was given up (the default).")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let lines = try database.connect().openOutbox()
    for line in lines { print(line.text) }
    if lines.isEmpty { print("Partners have been told everything.") }
  }
}

/// `gatehouse lease outbox resend`
struct LeaseOutboxResend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend", abstract: "Sends again what was given up.",
    discussion: """
      Examples:
        gatehouse lease outbox resend            all that was given up
        gatehouse lease outbox resend 17 18      these rows, also those that only wait
        gatehouse lease outbox resend --park DEMO001
                                                 what the park offers now, told once more
      """)

  @OptionGroup var database: DatabaseOptions

  @Argument(help: "Rows of the outbox, as the list numbers them.")
  var rows: [Int64] = []

  @Option(help: "Tell what this park offers now, though nothing has changed.")
  var park: String?

  @Option(help: "Only this partner (app_id); with no park: all that it is offered.")
  var partner: String?

  func validate() throws {
    if !rows.isEmpty, park != nil || partner != nil {
      throw ValidationError("give rows, or a park and a partner")
    }
  }

  func run() throws {
    let store = try database.connect()
    let count =
      park != nil || partner != nil
      ? try store.tellAgain(appID: partner, parkSN: park)
      : try store.sendAgain(rows.isEmpty ? nil : rows)
    print(count == 1 ? "1 row is sent again." : "\(count) rows are sent again.")
    if !rows.isEmpty, count < rows.count {
      throw Failure("the others were delivered, are not known, or a newer state follows them")
    }
  }
}

extension OutboxLine {
  /// One line for people.
  fileprivate var text: String {
    let tried = attempts == 1 ? "tried once" : "tried \(attempts) times"
    let error = lastError.map { ": \($0)" } ?? ""
    return "\(outboxID)  \(stream)  \(state == .gaveUp ? "GIVEN UP" : "waits"), \(tried)\(error)"
  }
}
