import Foundation

/// One line that is rewritten on a terminal, and written now and then into a log.
struct LiveLine {
  private let isTerminal = isatty(STDOUT_FILENO) == 1
  private var lastText = ""
  private var lastTime = Date.distantPast

  /// Shows a text, if it is new and the last was long enough ago.
  mutating func show(_ text: String) {
    let pause = isTerminal ? 0.2 : 30
    guard text != lastText, -lastTime.timeIntervalSinceNow >= pause else { return }
    write(isTerminal ? "\r\(text)\u{1B}[K" : "\(text)\n")
    (lastText, lastTime) = (text, Date())
  }

  /// Shows a text that stays.
  func keep(_ text: String) {
    write(isTerminal ? "\r\(text)\u{1B}[K\n" : "\(text)\n")
  }

  private func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
