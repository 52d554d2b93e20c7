import Foundation
import Parking
import TariffTrials
import Testing

/// Files and values that many tests share.
enum Fixtures {
  static let shanghai = ParkTimeZone(identifier: "Asia/Shanghai") ?? .utc

  /// The repository's tariffs, by id.
  static func tariff(_ id: String) throws -> Tariff {
    let text = try String(
      contentsOf: folder("docs/tariffs").appending(path: "\(id).yaml"), encoding: .utf8)
    return try Tariff(Document(yaml: text))
  }

  /// The ids of the repository's tariffs.
  static let tariffs: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder("docs/tariffs"), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "yaml" }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }()

  /// The holidays of 2007 to 2026.
  static func calendar() throws -> HolidayCalendar { try holidays.get() }

  private static let holidays = Result {
    var calendar = HolidayCalendar()
    for year in 2007...2027 {
      let file = folder("Tests/ParkingTests/Resources/holiday-cn/\(year).json")
      try calendar.insert(json: String(contentsOf: file, encoding: .utf8))
    }
    return calendar
  }

  /// An instant by what Shanghai's clocks show; seconds may be left out.
  static func instant(_ text: String, in zone: ParkTimeZone = shanghai) throws -> Instant {
    let full = text.utf8.count == 16 ? text + ":00" : text
    return zone.instant(of: try #require(CivilDateTime(full)))
  }

  /// A folder of the repository.
  static func folder(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: path)
  }
}
