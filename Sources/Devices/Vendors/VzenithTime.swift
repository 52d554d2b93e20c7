import HTTP
import Parking

/// When a Vzenith camera read a plate.
///
/// `sec` and `usec` count where they are there: the document's own sample has a year, month and day
/// that disagree. Those stand in only where a firmware leaves `sec` out.
struct VzenithTime {
  private let value: JSON?

  /// - Parameter result: The `PlateResult`.
  init(_ result: JSON) {
    let stamp = result.field("timeStamp")
    value = stamp?.field("Timeval") ?? stamp ?? result.descendant("Timeval")
  }

  /// The instant; nil when it is no time.
  func instant(utcOffset: Int) -> Instant? {
    guard let count = (value?.field("sec") ?? value)?.looseInteger else {
      return local(utcOffset)
    }
    let isMilliseconds = count >= 1_000_000_000_000
    let seconds = isMilliseconds ? count / 1000 : count
    guard let whole = Instant(deviceSeconds: Int64(seconds)) else { return nil }
    if isMilliseconds { return Instant(microseconds: Int64(count) * 1000) }
    let micros = value?.field("usec")?.looseInteger ?? 0
    guard (0..<1_000_000).contains(micros) else { return whole }
    return Instant(microseconds: whole.microseconds + Int64(micros))
  }

  /// What tells one read from another; nil when there is nothing.
  var key: String? {
    guard let seconds = (value?.field("sec") ?? value)?.looseText else {
      return instant(utcOffset: 0).map { "\($0.microseconds / 1_000_000)/" }
    }
    guard seconds != "0" else { return nil }
    return "\(seconds)/\(value?.field("usec")?.looseText ?? "")"
  }

  private func local(_ utcOffset: Int) -> Instant? {
    let parts = ["decyear", "decmon", "decday", "dechour", "decmin", "decsec"].compactMap {
      value?.field($0)?.looseText
    }
    guard parts.count == 6 else { return nil }
    return DeviceTime.instant(
      "\(parts[0])-\(parts[1])-\(parts[2]) \(parts[3]):\(parts[4]):\(parts[5])",
      utcOffset: utcOffset)
  }
}
