import Parking

extension FeeCurve {
  /// The curve as text, `width` columns of stay by `height` lines of fee.
  ///
  /// A cell is filled by eighths, so that a small step shows.
  func text(width: Int = 64, height: Int = 14) -> String {
    let columns = (0..<width).map { fees[min(minutes, ($0 + 1) * minutes / width)] }
    let label = currency.english(highest).count
    var lines = ["\(title): fee by length of stay"]
    for line in (0..<height).reversed() {
      let edge = line == height - 1 ? currency.english(highest) : line == 0 ? "0" : ""
      let cells = columns.map { cell(fee: $0, line: line, height: height) }.joined()
      lines.append(Self.padded(edge, to: label) + " ┤" + cells)
    }
    lines.append(String(repeating: " ", count: label + 1) + "└" + axis(width))
    lines.append(String(repeating: " ", count: label + 2) + hours(width))
    return lines.joined(separator: "\n")
  }

  private func cell(fee: Int, line: Int, height: Int) -> String {
    let eighths = fee * height * 8 / highest - line * 8
    let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return blocks[min(max(eighths, 0), 8)]
  }

  private func axis(_ width: Int) -> String {
    (0..<width).map { $0 % (width / 4) == 0 ? "┴" : "─" }.joined()
  }

  private func hours(_ width: Int) -> String {
    let quarter = width / 4
    return (0...4).map { part in
      let minute = part * minutes / 4
      let text = minute % 60 == 0 ? "\(minute / 60) h" : "\(minute) min"
      return part == 4 ? text : text + String(repeating: " ", count: max(0, quarter - text.count))
    }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
