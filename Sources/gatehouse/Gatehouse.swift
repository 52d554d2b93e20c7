import ArgumentParser

/// The operator's command line.
@main
struct Gatehouse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gatehouse",
    abstract: "Runs a group of car parks: site files, vehicles, tariffs.",
    discussion: """
      Commands that use the database find it by --database or GATEHOUSE_DATABASE, a connection \
      string of libpq such as "host=/run/postgresql dbname=gatehouse user=gatehouse_admin".

      Exit status: 0 done, 1 not done, 64 wrong usage.
      """,
    version: "gatehouse 0.1.0",
    subcommands: [
      Apply.self, Export.self, Vehicles.self, Nginx.self, TariffCommand.self, QuoteCommand.self,
      CalendarCommand.self, LeaseCommand.self, PartnerCommand.self, ReviewCommand.self,
      Simulate.self, Camera.self, Events.self, DevicesCommand.self, ReportCommand.self,
      AuditCommand.self, RetentionCommand.self, BackupCommand.self, RestoreCommand.self,
    ])
}
