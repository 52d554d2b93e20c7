internal import ArgumentParser
internal import JSONLogs
internal import Logging

/// The background process of Gatehouse: the only one that calls out.
@main
struct RelayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gatehouse-relay",
    abstract: "Tells partners what changed, and reads what they sold.",
    discussion: """
      Without a subcommand it runs until SIGTERM: it delivers what stands in the outbox, reads \
      partners' orders on a schedule, and sweeps what is over. GATEHOUSE_DATABASE says where the \
      database is. Several may run at once; they share the work.
      """,
    subcommands: [RunCommand.self, ReconcileCommand.self], defaultSubcommand: RunCommand.self)
}
