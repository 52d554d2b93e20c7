import ArgumentParser
import Parking

/// `gatehouse tariff test`
struct TariffTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Checks tariffs and the examples that they carry.",
    discussion: """
      With --day, stays of growing length are also priced from several hours of that day: none may \
      be without a fee, and a longer one may not cost less, unless the tariff says so.

      Examples:
        gatehouse tariff test docs/tariffs/*.yaml
        gatehouse tariff test my.yaml --day 2026-11-21 --day 2026-11-23
      """)

  @OptionGroup var options: TariffOptions

  @Option(name: .customLong("day"), help: "A day to try entries on (YYYY-MM-DD); may be repeated.")
  var days: [Day] = []

  @Argument(help: "The tariffs' files (YAML or JSON).")
  var files: [String]

  /// A day as an argument.
  struct Day: ExpressibleByArgument {
    let date: CivilDate

    init?(argument: String) {
      guard let date = CivilDate(argument) else { return nil }
      self.date = date
    }
  }

  func run() throws {
    var failures = 0
    for file in files {
      do {
        let tariff = try TariffOptions.tariff(file)
        let objections = tariff.objections(
          days: days.map(\.date), context: try options.context(for: tariff))
        failures += objections.isEmpty ? 0 : 1
        print("\(file): \(objections.isEmpty ? "in order" : "\(objections.count) objections")")
        for objection in objections { print("  \(objection.description)") }
      } catch let failure as Failure {
        failures += 1
        print(failure)
      }
    }
    if failures > 0 { throw Failure("\(failures) of \(files.count) tariffs are not in order") }
  }
}
