internal import HTTP
internal import ParkingStore

/// The last answers to a booth's polls, each with what it was made of.
///
/// The database is asked each time whether something changed since, so nothing here is ever stale.
final class AnswerMemo {
  /// Which answer, of which booth, and how much of it.
  struct Key: Hashable {
    let path: String
    let parkSN: String
    let boothID: String
    let count: Int
    let category: Int?
  }

  /// What an answer depends on besides the database: times are told in a zone, and pictures'
  /// addresses begin as the request's did.
  struct Setting: Equatable {
    let zone: String
    let scheme: String
    let host: String
  }

  private struct Entry {
    let response: Response
    let version: ListVersion
    let setting: Setting
    /// When something in it ends by itself; nil for nothing.
    let end: ContinuousClock.Instant?

    /// In bytes, with some room for what is around the body.
    var size: Int { response.body.count + 512 }
  }

  /// In bytes. Past this all are forgotten, which costs nothing but time.
  private static let capacity = 4 << 20

  private var entries: [Key: Entry] = [:]
  private var size = 0

  /// The answer that was kept, or the one that `make` makes, which is kept from now on.
  ///
  /// - Parameter version: Read before `make` reads; nil: nothing is kept.
  func answer(
    _ key: Key, unchangedSince version: ListVersion?, in setting: Setting,
    _ make: () throws -> LastingAnswer
  ) throws -> Answer {
    guard let version else { return try make().answer }
    let now = ContinuousClock.now
    if let entry = entries[key], entry.version == version, entry.setting == setting,
      entry.end.map({ now < $0 }) ?? true
    {
      return .response(entry.response)
    }
    let made = try make()
    let response = Response(made.answer)
    let end = made.duration.map { now + $0 }
    keep(Entry(response: response, version: version, setting: setting, end: end), for: key)
    return .response(response)
  }

  private func keep(_ entry: Entry, for key: Key) {
    size += entry.size - (entries[key]?.size ?? 0)
    entries[key] = entry
    if size > Self.capacity {
      entries.removeAll()
      size = 0
    }
  }
}
