/// A day of the Gregorian calendar, without a time zone.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let dayNumber: Int

  /// The day that lies `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// A day by its parts; nil if the calendar has no such day or the year is not 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.dayNumber = CivilDate.number(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init?(_ text: some StringProtocol) {
    let date = withBytes(of: text) { bytes -> CivilDate? in
      guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
        let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
        let day = decimal(bytes[8..<10])
      else { return nil }
      return CivilDate(year: year, month: month, day: day)
    }
    guard let date else { return nil }
    self = date
  }

  /// The year, month (1 to 12) and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    // Days are counted in eras of 400 years from 0000-03-01, so that the leap day ends a year.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { parts.year }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int {
    let remainder = (dayNumber + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// This day moved by whole days, negative to go back.
  public func advanced(byDays days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// The order of time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      write(to: bytes)
      return 10
    }
  }

  /// `MM-DD`.
  var monthAndDay: String {
    String(unsafeUninitializedCapacity: 5) { bytes in
      let (_, month, day) = parts
      Parking.write(month, digits: 2, to: bytes, at: 0)
      bytes[2] = UInt8(ascii: "-")
      Parking.write(day, digits: 2, to: bytes, at: 3)
      return 5
    }
  }

  /// Writes `YYYY-MM-DD` into the first ten bytes.
  func write(to bytes: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, day) = parts
    Parking.write(year, digits: 4, to: bytes, at: 0)
    bytes[4] = UInt8(ascii: "-")
    Parking.write(month, digits: 2, to: bytes, at: 5)
    bytes[7] = UInt8(ascii: "-")
    Parking.write(day, digits: 2, to: bytes, at: 8)
  }
}
