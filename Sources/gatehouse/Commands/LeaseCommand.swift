import ArgumentParser

/// `gatehouse lease`
struct LeaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lease", abstract: "Off-peak leasing: offers, and what came of them.",
    subcommands: [
      LeaseOfferCommand.self, LeaseReportCommand.self, LeaseReconcileCommand.self,
      LeaseOutboxCommand.self,
    ])
}
