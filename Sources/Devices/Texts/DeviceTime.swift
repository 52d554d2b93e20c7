import Parking

/// The times that devices write.
enum DeviceTime {
  /// The instant; nil when the text is no time.
  ///
  /// Besides `CivilTime` it takes seconds or milliseconds since 1970, digits without separators
  /// (`20250502175552123`), other separators than `-` and `:`, numbers of one digit, and a fraction
  /// behind a colon.
  ///
  /// - Parameter offset: Seconds east of UTC, for a text without a zone.
  static func instant(_ text: String, utcOffset offset: Int) -> Instant? {
    if let time = CivilTime(text) { return time.instant(assumingOffset: offset) }
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
    if digits == text.utf8.count { return compact(text, offset) }
    return canonical(text).flatMap(CivilTime.init)?.instant(assumingOffset: offset)
  }

  /// By its number of digits: 14 and more are a date and time, else it counts from 1970.
  private static func compact(_ digits: String, _ offset: Int) -> Instant? {
    switch digits.utf8.count {
    case 14...20:
      let all = Array(digits)
      func part(_ range: Range<Int>) -> String { String(all[range]) }
      let fraction = all.count > 14 ? ".\(String(all[14...]))" : ""
      return CivilTime(
        "\(part(0..<4))-\(part(4..<6))-\(part(6..<8)) "
          + "\(part(8..<10)):\(part(10..<12)):\(part(12..<14))\(fraction)"
      )?.instant(assumingOffset: offset)
    case 12...13:
      return Int64(digits).flatMap { Instant(deviceSeconds: $0 / 1000) == nil ? nil : $0 }
        .map { Instant(microseconds: $0 * 1000) }
    default: return Int64(digits).flatMap(Instant.init(deviceSeconds:))
    }
  }

  /// `YYYY-MM-DD hh:mm:ss` with what follows; nil without six numbers.
  private static func canonical(_ text: String) -> String? {
    var rest = Substring(text).utf8
    var numbers: [String] = []
    while numbers.count < 6 {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...(numbers.isEmpty ? 4 : 2)).contains(digits.count) else { return nil }
      let number = String(decoding: digits, as: UTF8.self)
      numbers.append(digits.count == 1 ? "0\(number)" : number)
      rest.removeFirst(digits.count)
      guard numbers.count < 6 else { break }
      rest = rest.drop { !(0x30...0x39).contains($0) }
    }
    if rest.first == UInt8(ascii: ":") { rest.removeFirst() } else { return joined(numbers, rest) }
    return joined(numbers, Array(".".utf8) + rest)
  }

  private static func joined(_ numbers: [String], _ rest: some Sequence<UInt8>) -> String {
    let tail = String(decoding: Array(rest), as: UTF8.self).trimmed
    return numbers[0...2].joined(separator: "-") + " " + numbers[3...5].joined(separator: ":")
      + tail
  }
}
