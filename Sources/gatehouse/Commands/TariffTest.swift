import ArgumentParser
import Parking

/// `gatehouse tariff test`
struct TariffTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Checks tariffs and the examples that they carry.",
    discussion: """
      Example:
        gatehouse tariff test docs/tariffs/*.yaml
      """)

  @OptionGroup var options: TariffOptions

  @Argument(help: "The tariffs' files (YAML or JSON).")
  var files: [String]

  func run() throws {
    let context = try options.context()
    var failures = 0
    for file in files {
      do {
        let results = try TariffOptions.tariff(file).exampleResults(context: context)
        let wrong = results.filter { !$0.isAsExpected }
        failures += wrong.isEmpty ? 0 : 1
        print("\(file): \(results.count - wrong.count) of \(results.count) examples as expected")
        for result in wrong { print("  \(Self.text(result))") }
      } catch let failure as Failure {
        failures += 1
        print(failure)
      }
    }
    if failures > 0 { throw Failure("\(failures) of \(files.count) tariffs are not in order") }
  }

  private static func text(_ result: Tariff.ExampleResult) -> String {
    let outcome =
      switch result.outcome {
      case .success(let fee): "is \(fee.fen)"
      case .failure(let error): "cannot be priced: \(error.english)"
      }
    let example = result.example
    return "\(example.enter) to \(example.leave): expected \(example.fee), \(outcome)"
  }
}
