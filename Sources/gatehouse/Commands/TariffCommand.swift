import ArgumentParser

/// `gatehouse tariff`
struct TariffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tariff",
    abstract: "Tries tariffs out, without a database.",
    subcommands: [TariffQuote.self, TariffTest.self])
}
