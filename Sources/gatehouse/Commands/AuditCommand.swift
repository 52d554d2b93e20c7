import ArgumentParser

/// `gatehouse audit`
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Shows who did what, and checks that nobody changed it.",
    subcommands: [AuditList.self, AuditVerify.self])
}
