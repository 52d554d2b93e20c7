import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse tariff compare`
struct TariffCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Prices a park's real stays under two tariffs and shows the difference.",
    discussion: """
      Fees before coupons, in all and by rule. Nothing is changed.

      Example:
        gatehouse tariff compare old.yaml new.yaml --park DEMO001 --since 2026-11-01
      """)

  @Argument(help: "The tariff of today (YAML or JSON).") var old: String
  @Argument(help: "The one that might follow.") var new: String

  @Option(help: "The park's park_sn.") var park: String
  @Option(help: "Stays that ended on this day (YYYY-MM-DD) or later.") var since: TariffTest.Day

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let tariffs = (old: try TariffOptions.tariff(old), new: try TariffOptions.tariff(new))
    let store = try database.connect()
    guard let context = try store.pricingContext(of: park) else {
      throw Failure("there is no park \(park)")
    }
    let start = context.timeZone.instant(of: CivilDateTime(date: since.date, time: .midnight))
    let progress = ProgressBar(
      total: try store.countStays(of: park, since: start), unit: "stays")
    var difference = TariffDifference(old: tariffs.old, new: tariffs.new)
    var last: Int64 = 0
    while let end = try batch(store, start, after: last, context, &difference) {
      last = end
      progress.show(difference.stays)
    }
    progress.clear()
    print(report(difference, tariffs.old.currency))
  }

  /// Prices the next stays; the number of the last one, nil when there are no more.
  private func batch(
    _ store: SiteStore, _ start: Instant, after: Int64, _ context: PricingContext,
    _ difference: inout TariffDifference
  ) throws -> Int64? {
    let stays = try store.stays(of: park, since: start, after: after, limit: 10_000)
    for stay in stays { difference.add(stay, context) }
    return stays.last?.stayID
  }

  private func report(_ difference: TariffDifference, _ currency: Currency) -> String {
    var rows = [("", "old", "new", "difference")]
    func row(_ name: String, _ before: Int, _ after: Int) {
      rows.append(
        (
          name, currency.english(before), currency.english(after), currency.english(after - before)
        ))
    }
    for rule in difference.rules {
      row(rule, difference.old.byRule[rule] ?? 0, difference.new.byRule[rule] ?? 0)
    }
    row("in all", difference.old.total, difference.new.total)
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { row in
      Self.padded(row.0, width, left: true)
        + [row.1, row.2, row.3].map { Self.padded($0, 18, left: false) }.joined()
    }
    return lines.joined(separator: "\n") + "\n" + """
      \(difference.stays) stays: \(difference.dearer) dearer, \(difference.cheaper) cheaper; \
      not priced: \(difference.old.failures) by the old, \(difference.new.failures) by the new
      """
  }

  private static func padded(_ text: String, _ width: Int, left: Bool) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + spaces : spaces + text
  }
}
