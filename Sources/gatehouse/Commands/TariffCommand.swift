import ArgumentParser

/// `gatehouse tariff`
struct TariffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tariff",
    abstract: "Tries tariffs out, compares them on real stays, publishes them.",
    subcommands: [
      TariffQuote.self, TariffTest.self, TariffCurve.self, TariffCompare.self, TariffPublish.self,
    ])
}
