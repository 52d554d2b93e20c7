import Foundation

/// Moves the times in a recorded event, so that it is as old when it is replayed as it was when it
/// came. It knows no vendor: what looks like a time near the event's own is one.
struct TimeShift {
  /// When the event came.
  let receivedAt: Date
  /// By how much it moves, in whole seconds.
  let seconds: Int

  /// The bytes with every time moved.
  func applied(to body: [UInt8]) -> [UInt8] {
    // Each byte a scalar, so that a text in any character set comes through.
    let text = String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
    let moved = counted(civil(text))
    return moved.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// Seconds or milliseconds since 1970, within a month of the event.
  private func counted(_ text: String) -> String {
    text.replacing(/[0-9]+/) { match in
      let digits = String(match.output)
      guard [10, 13].contains(digits.utf8.count) else { return digits }
      let scale = digits.utf8.count == 13 ? 1000 : 1
      guard let number = Int(digits), isNear(Double(number / scale)) else { return digits }
      return "\(number + seconds * scale)"
    }
  }

  /// `YYYY-MM-DD hh:mm:ss` with the separators of its text; escaped ones too.
  private func civil(_ text: String) -> String {
    let pattern =
      /([0-9]{4})([-\/])([0-9]{2})[-\/]([0-9]{2})(T|t| |\+|%20)([0-9]{2})(:|%3A|%3a)([0-9]{2})(?::|%3A|%3a)([0-9]{2})/
    return text.replacing(pattern) { match in
      let found = match.output
      let numbers = [found.1, found.3, found.4, found.6, found.8, found.9].compactMap { Int($0) }
      var parts = DateComponents()
      (parts.year, parts.month, parts.day) = (numbers[0], numbers[1], numbers[2])
      (parts.hour, parts.minute, parts.second) = (numbers[3], numbers[4], numbers[5])
      guard let time = Self.calendar.date(from: parts), isNear(time.timeIntervalSince1970) else {
        return String(found.0)
      }
      let moved = Self.calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: time.addingTimeInterval(Double(seconds)))
      func two(_ number: Int?) -> String { String(format: "%02d", number ?? 0) }
      let date = [String(format: "%04d", moved.year ?? 0), two(moved.month), two(moved.day)]
      let clock = [two(moved.hour), two(moved.minute), two(moved.second)]
      return [
        date.joined(separator: String(found.2)), String(found.5),
        clock.joined(separator: String(found.7)),
      ].joined()
    }
  }

  private func isNear(_ secondsSince1970: Double) -> Bool {
    abs(secondsSince1970 - receivedAt.timeIntervalSince1970) < 31 * 86_400
  }

  /// Any zone without changes will do: a time moves by the same whatever its zone.
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}
