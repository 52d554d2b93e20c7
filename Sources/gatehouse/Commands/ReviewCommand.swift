import ArgumentParser

/// `gatehouse review`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Shows what a person has to look at, and says what was done about it.",
    subcommands: [ReviewListCommand.self, ReviewShow.self, ReviewResolve.self, ReviewSweep.self])
}
