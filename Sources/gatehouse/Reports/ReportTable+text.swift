import ParkingStore

extension ReportTable {
  /// Lines for a terminal: aligned columns, money in yuan, and a last line with the sums.
  var text: String {
    let head = columns.map(\.name)
    let lines = [head] + shown
    let widths = head.indices.map { column in lines.map { Self.width($0[column]) }.max() ?? 0 }
    let areText = columns.map { $0.kind == .text }
    var text = ""
    for line in lines {
      // Blanks are written when something comes after them.
      var blanks = 0
      for (index, cell) in line.enumerated() {
        let pad = widths[index] - Self.width(cell)
        let isText = areText[index]
        blanks += isText ? 0 : pad
        if !cell.isEmpty {
          for _ in 0..<blanks { text.append(" ") }
          text.append(cell)
          blanks = 0
        }
        blanks += (isText ? pad : 0) + 2
      }
      text += "\n"
    }
    return text
  }

  /// All values in words of people, with a last row for the sums where there are some.
  var shown: [[String]] {
    rows.map { row in zip(columns, row).map { Self.words($0, $1) } } + (sums.map { [$0] } ?? [])
  }

  /// A row of sums; nil where none would mean anything.
  private var sums: [String]? {
    guard rows.count > 1, !dimensions.isEmpty, columns.contains(where: \.isSum) else { return nil }
    return columns.enumerated().map { index, column in
      if index == 0 { return "total 合计" }
      guard index >= dimensions.count, column.isSum else { return "" }
      let values = rows.compactMap { $0[index].flatMap { Int($0) } }
      return Self.words(
        column, "\(values.reduce(0) { $0.addingReportingOverflow($1).partialValue })")
    }
  }

  private static func words(_ column: ReportColumn, _ value: String?) -> String {
    guard let value else { return "" }
    guard column.kind == .money, let fen = Int(value) else { return value }
    let cents = fen.magnitude % 100
    return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// How many columns of a terminal a text takes: Chinese characters take two.
  private static func width(_ text: String) -> Int {
    // A report has a million cells, and nearly all are digits.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + ((0x1100...0xFFE6).contains($1.value) ? 2 : 1) }
  }
}
