internal import HTTP
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

  /// What an answer depends on besides the rows: times are told in a zone, and pictures' addresses
  /// begin as the request's did.
  struct Setting: Equatable {
    let zone: String
    let scheme: String
    let host: String
  }

  private struct Entry {
    let image: [UInt8]
    let setting: Setting
    let response: Response
  }

  /// Some megabytes. Past this all are forgotten, which costs nothing but time.
  private static let capacity = 1024

  private var entries: [Key: Entry] = [:]

  /// The answer that a list makes: the kept one, or the one that `answer` makes of its records.
  func answer<Record>(
    _ key: Key, _ list: Listing<Record>, in setting: Setting, _ answer: ([Record]) -> Answer
  ) throws -> Answer {
    if let entry = entries[key], entry.setting == setting, list.hasImage(entry.image) {
      return .response(entry.response)
    }
    let response = Response(answer(try list.records()))
    if entries.count >= Self.capacity { entries.removeAll() }
    entries[key] = Entry(image: list.image, setting: setting, response: response)
    return .response(response)
  }
}
