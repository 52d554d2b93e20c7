import Parking

/// A date and time of day as a device writes it, with or without its distance from UTC.
struct CivilTime: Equatable {
  /// As if it were UTC.
  let instant: Instant
  /// Seconds east of UTC; nil when the text does not say.
  let offset: Int?

  /// The instant, with that many seconds east of UTC where the text does not say.
  func instant(assumingOffset other: Int) -> Instant {
    instant.advanced(bySeconds: -Int64(offset ?? other))
  }

  /// Reads `YYYY-MM-DD`, `T` or a space, `hh:mm:ss`, perhaps a fraction, perhaps `Z` or an offset
  /// (`+08:00`, `+0800`, `+08`): ISO 8601 as RFC 3339 narrows it. Nil for anything else, also for
  /// a day that the month does not have.
  init?(_ text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), year > 0, reader.skip("-"),
      let month = reader.number(digits: 2), reader.skip("-"),
      let day = reader.number(digits: 2), reader.skip("T") || reader.skip(" ") || reader.skip("t"),
      let hour = reader.number(digits: 2), reader.skip(":"),
      let minute = reader.number(digits: 2), reader.skip(":"),
      let second = reader.number(digits: 2),
      let microsecond = reader.fraction(),
      (1...12).contains(month), (1...Self.days(of: month, in: year)).contains(day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    guard let offset = Self.offset(&reader), reader.isAtEnd else { return nil }
    self.offset = offset.seconds
    let days = Self.daysSinceEpoch(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    instant = Instant(microseconds: Int64(seconds) * 1_000_000 + Int64(microsecond))
  }

  /// Nil when what stands here is no offset; nothing stands here: no seconds.
  private static func offset(_ reader: inout DigitReader) -> (seconds: Int?, Void)? {
    if reader.isAtEnd { return (nil, ()) }
    if reader.skip("Z") || reader.skip("z") { return (0, ()) }
    let isWest = reader.skip("-")
    guard isWest || reader.skip("+"), let hours = reader.number(digits: 2) else { return nil }
    var minutes = 0
    if !reader.isAtEnd {
      _ = reader.skip(":")
      guard let number = reader.number(digits: 2) else { return nil }
      minutes = number
    }
    guard hours < 24, minutes < 60 else { return nil }
    let seconds = (hours * 60 + minutes) * 60
    return (isWest ? -seconds : seconds, ())
  }

  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, `days_from_civil`).
  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
