/// Lengths of time in words.
enum TimeText {
  static func chinese(_ seconds: Int) -> String {
    text(seconds, day: "天", hour: "小时", minute: "分钟", second: "秒", separator: "")
  }

  static func english(_ seconds: Int) -> String {
    text(seconds, day: " d", hour: " h", minute: " min", second: " s", separator: " ")
  }

  private static func text(
    _ seconds: Int, day: String, hour: String, minute: String, second: String, separator: String
  ) -> String {
    // A day by the clock is written as 24 hours, as tariffs do; longer spans as days.
    let days = seconds > 86_400 ? seconds / 86_400 : 0
    let rest = seconds - days * 86_400
    let parts = [
      (days, day), (rest / 3_600, hour), (rest / 60 % 60, minute), (rest % 60, second),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return words.isEmpty ? "0\(minute)" : words.joined(separator: separator)
  }
}
