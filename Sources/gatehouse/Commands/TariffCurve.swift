import ArgumentParser
import Parking

/// `gatehouse tariff curve`
struct TariffCurve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curve",
    abstract: "Draws what a tariff charges by the length of the stay.",
    discussion: """
      In the terminal, or as an SVG picture.

      Examples:
        gatehouse tariff curve docs/tariffs/demo.yaml --enter "2026-11-22 10:00"
        gatehouse tariff curve docs/tariffs/G-A.yaml --hours 72 --svg curve.svg
      """)

  /// 2026-11-23 10:00
  private static let monday = CivilDate(dayNumber: 20_780)
  private static let ten = CivilTime("10:00") ?? .midnight

  @OptionGroup var options: TariffOptions

  @Argument(help: "The tariff's file (YAML or JSON).") var file: String

  @Option(
    help: ArgumentHelp(
      "When the vehicle entered, by the park's clocks: YYYY-MM-DD HH:MM[:SS]. "
        + "(default: a Monday at 10:00)"))
  var enter: WallTime?

  @Option(help: "The longest stay, in hours, 1 to 744.") var hours = 48

  @Option(help: "Write an SVG picture to this file.") var svg: String?

  func validate() throws {
    guard (1...744).contains(hours) else { throw ValidationError("--hours must be 1 to 744") }
  }

  func run() throws {
    let tariff = try TariffOptions.tariff(file)
    let context = try options.context(for: tariff)
    let enter = enter?.civil ?? CivilDateTime(date: Self.monday, time: Self.ten)
    do {
      let curve = try FeeCurve(
        of: tariff, enter: context.timeZone.instant(of: enter), minutes: hours * 60,
        context: context)
      if let svg {
        try TextFile.write(curve.svg, to: svg, mode: 0o644)
      } else {
        print(curve.text())
      }
    } catch let error as PricingError {
      throw Failure("the tariff cannot price every stay: \(error.english)")
    }
  }
}
