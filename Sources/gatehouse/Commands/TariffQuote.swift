import ArgumentParser
import Parking

/// `gatehouse tariff quote`
struct TariffQuote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote",
    abstract: "Prices a stay by a tariff, with the lines that explain the fee.",
    discussion: """
      Example:
        gatehouse tariff quote --tariff docs/tariffs/demo.yaml \\
          --enter "2026-11-22 10:00" --leave "2026-11-22 11:07" --coupon-minutes 30
      """)

  @OptionGroup var options: TariffOptions

  @Option(help: "The tariff's file (YAML or JSON).")
  var tariff: String

  @Option(help: "When the vehicle entered, by the park's clocks: YYYY-MM-DD HH:MM[:SS].")
  var enter: WallTime

  @Option(help: "When it left.")
  var leave: WallTime

  @Option(help: "Minutes that a coupon takes off, 0 to 1440.")
  var couponMinutes: Int?

  @Option(help: ArgumentHelp("The vehicle's class in the tariff's words.", valueName: "class"))
  var vehicle: String?

  @Flag(help: "The vehicle has a new-energy plate.")
  var newEnergy = false

  @Flag(help: "Print the quote as JSON, amounts in fen.")
  var json = false

  func validate() throws {
    if let couponMinutes, !(0...1440).contains(couponMinutes) {
      throw ValidationError("--coupon-minutes must be from 0 to 1440")
    }
  }

  func run() throws {
    let tariff = try TariffOptions.tariff(tariff)
    var context = try options.context()
    context.vehicle = vehicle
    context.isNewEnergy = newEnergy
    let start = context.timeZone.instant(of: enter.civil)
    let end = context.timeZone.instant(of: leave.civil)
    do {
      let quote = try tariff.price(enter: start, leave: end, context: context)
      let coupon = try couponMinutes.map {
        try tariff.couponAmount(.minutes($0), enter: start, leave: end, context: context)
      }
      print(json ? jsonText(quote, coupon) : text(quote, coupon))
    } catch let error as PricingError {
      throw Failure("the tariff gives no fee for this stay: \(error.english)")
    }
  }

  private func text(_ quote: Quote, _ coupon: Money?) -> String {
    var lines = quote.lines.map { $0.english(quote.currency) }
    lines.append("Total: \(quote.currency.english(quote.total.fen))")
    if let coupon {
      lines.append("Coupon of \(couponMinutes ?? 0) min: -\(quote.currency.english(coupon.fen))")
      lines.append("To pay: \(quote.currency.english((quote.total - coupon).fen))")
    }
    return lines.joined(separator: "\n")
  }

  private func jsonText(_ quote: Quote, _ coupon: Money?) -> String {
    guard let coupon else { return quote.jsonText }
    return """
      {"coupon_amount":\(coupon.fen),"quote":\(quote.jsonText),\
      "to_pay":\((quote.total - coupon).fen)}
      """
  }
}

/// A time as an argument: date and time by the park's clocks.
struct WallTime: ExpressibleByArgument {
  let civil: CivilDateTime

  init?(argument: String) {
    let text = argument.replacing("T", with: " ")
    guard let civil = CivilDateTime(text) ?? CivilDateTime("\(text):00") else { return nil }
    self.civil = civil
  }
}
