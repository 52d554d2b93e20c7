internal import HTTP
internal import ParkingStore

/// The last answers to polls of lists, each with what it was made of.
///
/// The database is asked each time, so nothing here is ever stale. When the rows are byte for byte
/// those of the last time, so is the answer, and it need not be written again; when nothing changed
/// since their version, the rows need not be read either.
final class AnswerMemo {
  /// Which list, of which booth, and how much of it.
  struct Key: Hashable {
    let path: String
    let parkSN: String
    let boothID: String
    var count = 0
    var category: Int?
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
    /// Since when the rows are these; nil when something in them ends by itself.
    let version: ListVersion?

    /// With some room for what is around the bytes.
    var size: Int { image.count + response.body.count + 512 }
  }

  /// In bytes. Past this all are forgotten, which costs nothing but time.
  private static let capacity = 4 << 20

  private var entries: [Key: Entry] = [:]
  private var size = 0

  /// The answer that was kept, if nothing in it changed since that version.
  func answer(_ key: Key, unchangedSince version: ListVersion, in setting: Setting) -> Answer? {
    guard let entry = entries[key], entry.version == version, entry.setting == setting else {
      return nil
    }
    return .response(entry.response)
  }

  /// The answer that a list makes: the kept one, or the one that `answer` makes of its records.
  ///
  /// - Parameter version: Since when its records are these, if nothing in them ends by itself.
  func answer<Record>(
    _ key: Key, _ list: Listing<Record>, in setting: Setting,
    version: ([Record]) -> ListVersion? = { _ in nil }, _ answer: ([Record]) -> Answer
  ) throws -> Answer {
    if let entry = entries[key], entry.setting == setting, list.hasImage(entry.image),
      entry.version == nil
    {
      return .response(entry.response)
    }
    let records = try list.records()
    let response = Response(answer(records))
    keep(
      Entry(image: list.image, setting: setting, response: response, version: version(records)),
      for: key)
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
