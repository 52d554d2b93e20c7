/// What a clock on the wall and a calendar beside it show: date and time without a time zone.
///
/// The text form, `YYYY-MM-DD HH:MM:SS`, is that of every time in the booth's interface.
public struct CivilDateTime: Hashable, Comparable, Sendable {
  /// The calendar's day.
  public let date: CivilDate
  /// The clock's time.
  public let time: CivilTime

  /// A time on a day.
  public init(date: CivilDate, time: CivilTime) {
    self.date = date
    self.time = time
  }

  /// Reads `YYYY-MM-DD HH:MM:SS` and nothing else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 8,
      let date = CivilDate(parts[0]), let time = CivilTime(parts[1])
    else { return nil }
    self.init(date: date, time: time)
  }

  /// Seconds from 1970-01-01 00:00:00 on the same wall.
  init(wallSeconds: Int64) {
    var days = wallSeconds / 86_400
    var rest = wallSeconds % 86_400
    if rest < 0 {
      rest += 86_400
      days -= 1
    }
    self.init(date: CivilDate(dayNumber: Int(days)), time: CivilTime(unchecked: Int(rest)))
  }

  var wallSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay) }

  /// The order of one wall's clock.
  public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}

extension CivilDateTime: CustomStringConvertible {
  /// `YYYY-MM-DD HH:MM:SS`.
  public var description: String {
    String(unsafeUninitializedCapacity: 19) { bytes in
      date.write(to: bytes)
      bytes[10] = UInt8(ascii: " ")
      time.write(to: bytes, at: 11)
      return 19
    }
  }
}
