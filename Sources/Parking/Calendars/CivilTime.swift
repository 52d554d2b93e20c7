/// A time of day in whole seconds, 00:00:00 to 23:59:59, without a time zone.
public struct CivilTime: Hashable, Comparable, Sendable {
  /// 00:00:00.
  public static let midnight = CivilTime(unchecked: 0)

  /// Seconds since midnight as clocks show them, 0 to 86,399.
  public let secondOfDay: Int

  /// A time by its parts; nil if no clock shows it.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    self.secondOfDay = hour * 3_600 + minute * 60 + second
  }

  /// Reads `HH:MM` or `HH:MM:SS` and nothing else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = decimal(parts[0].utf8), let minute = decimal(parts[1].utf8),
      let second = parts.count == 3 ? decimal(parts[2].utf8) : 0
    else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }

  init(unchecked secondOfDay: Int) {
    self.secondOfDay = secondOfDay
  }

  /// Hours, 0 to 23.
  public var hour: Int { secondOfDay / 3_600 }
  /// Minutes of the hour, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// Seconds of the minute, 0 to 59.
  public var second: Int { secondOfDay % 60 }

  /// The order of one day.
  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.secondOfDay < right.secondOfDay
  }
}

extension CivilTime: CustomStringConvertible {
  /// `HH:MM:SS`.
  public var description: String {
    String(unsafeUninitializedCapacity: 8) { bytes in
      write(to: bytes, at: 0)
      return 8
    }
  }

  /// Writes `HH:MM:SS` into eight bytes from there.
  func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    Parking.write(hour, digits: 2, to: bytes, at: start)
    bytes[start + 2] = UInt8(ascii: ":")
    Parking.write(minute, digits: 2, to: bytes, at: start + 3)
    bytes[start + 5] = UInt8(ascii: ":")
    Parking.write(second, digits: 2, to: bytes, at: start + 6)
  }

  /// `HH:MM`.
  public var shortText: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }
}
