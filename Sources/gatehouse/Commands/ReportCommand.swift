import ArgumentParser

/// `gatehouse report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Shows reports, and who may read them.",
    subcommands: [ReportShow.self, ReportList.self, ReportRole.self],
    defaultSubcommand: ReportShow.self)
}
