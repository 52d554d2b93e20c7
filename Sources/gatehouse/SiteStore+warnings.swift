import Foundation
import Parking
import ParkingStore

extension SiteStore {
  /// Says on standard error when a year's public holidays are missing, from 1 December of the year
  /// before it.
  func warnOfMissingCalendar() throws {
    guard let year = try missingCalendarYear() else { return }
    let text = "warning: \(HolidayCalendar.warning(ofMissing: year))\n"
    FileHandle.standardError.write(Data(text.utf8))
  }
}
