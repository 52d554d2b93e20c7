import ArgumentParser
import Parking

/// What a tariff needs besides a stay.
struct TariffOptions: ParsableArguments {
  @Option(
    help: "The park's time zone. (default: the tariff's time_zone, else Asia/Shanghai)")
  var timeZone: String?

  @Option(
    help: ArgumentHelp(
      "A year of public holidays, as holiday-cn publishes it (JSON); may be repeated.",
      valueName: "file"))
  var holidays: [String] = []

  /// The zone and the calendar for a tariff.
  func context(for tariff: Tariff) throws -> PricingContext {
    let name = timeZone ?? tariff.timeZone?.identifier ?? "Asia/Shanghai"
    guard let zone = ParkTimeZone(identifier: name) else {
      throw ValidationError("“\(name)” is no time zone; write a name such as Asia/Shanghai")
    }
    var calendar = HolidayCalendar()
    for file in holidays {
      do {
        try calendar.insert(json: String(decoding: try TextFile.read(file), as: UTF8.self))
      } catch let error as Failure {
        throw error
      } catch {
        throw Failure("\(file): \(error)")
      }
    }
    return PricingContext(timeZone: zone, calendar: calendar)
  }

  /// Reads a tariff's file, YAML or JSON.
  static func tariff(_ file: String) throws -> Tariff {
    do {
      return try Tariff(try Document(yamlFile: file))
    } catch let errors as TariffErrors {
      throw Failure(file, errors.problems.map(\.description))
    }
  }
}
