import Foundation

/// How far a long work is, on one line of a terminal; nothing anywhere else.
struct ProgressBar {
  private let total: Int
  private let unit: String
  private let isShown: Bool

  /// - Parameters:
  ///   - total: how many there are to do.
  ///   - unit: of what.
  init(total: Int, unit: String) {
    self.total = total
    self.unit = unit
    isShown = total > 0 && isatty(STDERR_FILENO) == 1
  }

  /// Shows that `done` of them are done.
  func show(_ done: Int) {
    guard isShown else { return }
    let width = 30
    let filled = min(width, done * width / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    write("\r\(bar) \(done) of \(total) \(unit)")
  }

  /// Takes the line away.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
