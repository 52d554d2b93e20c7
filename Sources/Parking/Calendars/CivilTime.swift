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
    let time = withBytes(of: text) { bytes -> CivilTime? in
      guard bytes.count == 5 || bytes.count == 8, bytes[2] == 0x3A,
        let hour = decimal(bytes[0..<2]), let minute = decimal(bytes[3..<5])
      else { return nil }
      guard bytes.count == 8 else { return CivilTime(hour: hour, minute: minute) }
      guard bytes[5] == 0x3A, let second = decimal(bytes[6..<8]) else { return nil }
      return CivilTime(hour: hour, minute: minute, second: second)
    }
    guard let time else { return nil }
    self = time
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

  /// `HH:MM`.
  public var shortText: String {
    String(unsafeUninitializedCapacity: 5) { bytes in
      writeMinutes(to: bytes, at: 0)
      return 5
    }
  }

  /// Writes `HH:MM:SS` into eight bytes from there.
  func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    writeMinutes(to: bytes, at: start)
    bytes[start + 5] = UInt8(ascii: ":")
    Parking.write(second, digits: 2, to: bytes, at: start + 6)
  }

  private func writeMinutes(to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    Parking.write(hour, digits: 2, to: bytes, at: start)
    bytes[start + 2] = UInt8(ascii: ":")
    Parking.write(minute, digits: 2, to: bytes, at: start + 3)
  }
}
