import Foundation

/// How far the work is: one line that is written anew on a terminal, a line for each tenth elsewhere.
struct FuzzProgress {
  private let total: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var done = 0
  private var shown = -1

  init(total: Int) {
    self.total = total
  }

  /// One more piece of work is done.
  mutating func advance() {
    done += 1
    let percent = done * 100 / max(total, 1)
    guard percent != shown, isTerminal || percent.isMultiple(of: 10) else { return }
    shown = percent
    write(isTerminal ? "\r\(percent) %" : "\(percent) %\n")
  }

  /// Takes the line away.
  func finish() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
