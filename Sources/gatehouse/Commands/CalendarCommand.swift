import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse calendar`
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Takes public holidays from files, or lists their years.",
    subcommands: [CalendarImportCommand.self, CalendarList.self])
}

/// `gatehouse calendar import`
struct CalendarImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes the public holidays of years from files.",
    discussion: """
      The files are those of holiday-cn: {"year": 2026, "days": [{"name", "date", "isOffDay"}]}. \
      A tariff with day types needs the year of every day that it prices.

      Example:
        gatehouse calendar import 2026.json 2027.json
      """)

  @Argument(help: "The files, one for each year.") var files: [String]

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Replace a year that is known with other days.")
  var replace = false

  func run() throws {
    let years = try files.map(read)
    let store = try database.connect()
    var refused: [Int] = []
    for year in years {
      let outcome = try store.importCalendar(year, replacing: replace)
      print("\(year.year): \(outcome.inWords)")
      if outcome == .differs { refused.append(year.year) }
    }
    try store.warnOfMissingCalendar()
    if !refused.isEmpty {
      throw Failure("known with other days; give --replace if the new ones are right")
    }
  }

  private func read(_ file: String) throws -> HolidayYear {
    do {
      return try HolidayYear(json: String(decoding: try TextFile.read(file), as: UTF8.self))
    } catch let errors as TariffErrors {
      throw Failure(file, errors.problems.map(\.description))
    }
  }
}

/// `gatehouse calendar list`
struct CalendarList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the years whose public holidays are known.")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.connect()
    for year in try store.calendarYears() { print(year) }
    try store.warnOfMissingCalendar()
  }
}

extension CalendarImport {
  fileprivate var inWords: String {
    switch self {
    case .imported(let days): "imported, \(days) days"
    case .unchanged: "unchanged"
    case .notPublished: "not published yet, nothing to import"
    case .differs: "not imported"
    }
  }
}
