import Foundation
import Parking
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
