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
    var words = ""
    func add(_ count: Int, _ unit: String) {
      guard count > 0 else { return }
      if !words.isEmpty { words += separator }
      words += "\(count)\(unit)"
    }
    add(days, day)
    add(rest / 3_600, hour)
    add(rest / 60 % 60, minute)
    add(rest % 60, second)
    return words.isEmpty ? "0\(minute)" : words
  }
}
