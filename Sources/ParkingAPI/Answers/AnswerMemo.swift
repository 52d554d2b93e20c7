internal import HTTP
internal import Parking
internal import ParkingStore

/// The last answers to polls of lists, each with what it was made of.
///
/// The database is asked each time, so nothing here is ever stale: when the rows are byte for byte
/// those of the last time, so is the answer, and it need not be written again.
final class AnswerMemo {
  /// Which list, of which booth.
  struct Key: Hashable {
    let path: String
    let parkSN: String
    let boothID: String
  }

  private struct Entry {
    let image: [UInt8]
    let zone: String
    let response: Response
  }

  /// Some megabytes. Past this all are forgotten, which costs nothing but time.
  private static let capacity = 1024

  private var entries: [Key: Entry] = [:]

  /// The answer that a list makes: the kept one, or the one that `encode` makes of its records and
  /// the zone that their times are told in.
  func answer<Record>(
    _ key: Key, _ list: Listing<Record>, in zone: ParkTimeZone,
    _ encode: ([Record]) -> some JSONEncodable
  ) throws -> Answer {
    if let entry = entries[key], entry.zone == zone.identifier, list.hasImage(entry.image) {
      return .response(entry.response)
    }
    let response = Response(.data(encode(try list.records())))
    if entries.count >= Self.capacity { entries.removeAll() }
    entries[key] = Entry(image: list.image, zone: zone.identifier, response: response)
    return .response(response)
  }
}
