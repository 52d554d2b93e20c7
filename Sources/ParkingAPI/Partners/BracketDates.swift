internal import HTTP
internal import Parking

/// The parameters `dates[0][date]`, `dates[0][start_time]`, `dates[0][end_time]` and so on.
struct BracketDates {
  private struct Entry {
    var date: String?
    var start: String?
    var end: String?
  }

  private var entries: [Int: Entry] = [:]

  var isEmpty: Bool { entries.isEmpty }

  /// Takes what begins with `dates[`; other fields of a window than the three are passed over.
  init(_ parameters: Parameters) throws(Refused) {
    for (name, text) in parameters.pairs where name.utf8.starts(with: "dates[".utf8) {
      guard let (index, field) = Self.place(name), let text else {
        throw Refused(.malformedParameter, "\(name.prefix(64)) 应写作 dates[0][date]")
      }
      let value = text.isEmpty ? nil : text
      switch field {
      case "date": entries[index, default: Entry()].date = value
      case "start_time": entries[index, default: Entry()].start = value
      case "end_time": entries[index, default: Entry()].end = value
      default: break
      }
    }
  }

  /// The windows in the order of their numbers.
  func windows() throws(Refused) -> [LeaseWindow] {
    try LeaseDates.checkCount(entries.count)
    var windows: [LeaseWindow] = []
    windows.reserveCapacity(entries.count)
    for (index, entry) in entries.sorted(by: { $0.key < $1.key }) {
      windows.append(
        try LeaseDates.window(
          "dates[\(index)]", date: entry.date, start: entry.start, end: entry.end))
    }
    return windows
  }

  /// The number, without leading zeros, and the field of `dates[12][date]`.
  private static func place(_ name: String) -> (Int, String)? {
    let bytes = Array(name.utf8)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "]")), end + 2 < bytes.count,
      bytes[end + 1] == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]")
    else { return nil }
    let digits = String(decoding: bytes[6..<end], as: UTF8.self)
    guard (1...9).contains(digits.utf8.count), let index = Int(digits), String(index) == digits
    else { return nil }
    return (index, String(decoding: bytes[(end + 2)...].dropLast(), as: UTF8.self))
  }
}
