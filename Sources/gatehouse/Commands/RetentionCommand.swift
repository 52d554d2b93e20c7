import ArgumentParser
import ParkingStore

/// `gatehouse retention`
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "How long pictures, reads, plates and records are kept.",
    discussion: """
      The relay deletes what is older, in small pieces. Where plates are no longer kept, a keyed \
      hash takes their place, so that reports still count vehicles that come again. What devices \
      sent as it came is kept for a park's raw_event_days (site file).

      Examples:
        gatehouse retention list
        gatehouse retention set pictures 30
        gatehouse retention set audit forever
      """, subcommands: [List.self, Set.self], defaultSubcommand: List.self)

  /// `gatehouse retention list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows how long everything is kept.")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
      for retention in try database.connect().retention() {
        print("\(retention.kind.rawValue)\t\(retention.days.map { "\($0) days" } ?? "for ever")")
      }
    }
  }

  /// `gatehouse retention set`
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Changes how long a kind of data is kept.")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "pictures, captures, plates, audit or accesses.") var kind: String
    @Argument(help: "Days, 1 to 36500, or forever.") var days: String

    func run() throws {
      guard let kind = Retention.Kind(rawValue: kind) else {
        let names = Retention.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(kind) is none of: \(names)")
      }
      let number = Int(days)
      guard days == "forever" || number.map((1...36_500).contains) == true else {
        throw ValidationError("\(days) is neither a number of days from 1 to 36500 nor forever")
      }
      try database.connect().keep(kind, days: number)
      print("\(kind.rawValue)\t\(number.map { "\($0) days" } ?? "for ever")")
    }
  }
}
