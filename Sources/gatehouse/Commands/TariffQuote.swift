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

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("The vehicle's class in the tariff's words.", valueName: "class"))
  var vehicleClass: String?

  @Option(help: "A word about the driver, as the tariff has it; may be repeated.")
  var person: [String] = []

  @Flag(help: "The vehicle has a new-energy plate.")
  var newEnergy = false

  @Flag(help: "Print the lines in Chinese.")
  var chinese = false

  @Flag(help: "Print the quote as JSON, with lines in both languages and amounts in fen.")
  var json = false

  func validate() throws {
    if let couponMinutes, !(0...1440).contains(couponMinutes) {
      throw ValidationError("--coupon-minutes must be from 0 to 1440")
    }
  }

  func run() throws {
    let tariff = try TariffOptions.tariff(tariff)
    var context = try options.context(for: tariff)
    context.vehicle = vehicleClass
    context.persons = Set(person)
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
    let currency = quote.currency
    func line(_ english: String, _ chinese: String, _ sign: String, _ amount: Money) -> String {
      self.chinese
        ? "\(chinese)：\(sign)\(currency.chinese(amount.fen))"
        : "\(english): \(sign)\(currency.english(amount.fen))"
    }
    var lines = quote.lines.map { chinese ? $0.chinese(currency) : $0.english(currency) }
    lines.append(line("Total", "合计", "", quote.total))
    if let coupon {
      let minutes = couponMinutes ?? 0
      lines.append(line("Coupon of \(minutes) min", "优惠券\(minutes)分钟", "-", coupon))
      lines.append(line("To pay", "应付", "", quote.total - coupon))
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
