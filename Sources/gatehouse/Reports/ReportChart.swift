import ParkingStore

/// Bars of a report's first figure by its first dimension, as SVG without a script.
struct ReportChart {
  private struct Bar {
    let label: String
    var value: Double
  }

  /// More bars cannot be told apart.
  private static let most = 400
  private static let (width, height, left, bottom) = (900.0, 320.0, 90.0, 60.0)
  private let figure: ReportColumn
  private let bars: [Bar]

  /// Nil where there is nothing to draw.
  init?(_ table: ReportTable) {
    guard !table.dimensions.isEmpty, let figure = table.request.report.figures.first else {
      return nil
    }
    var bars: [Bar] = []
    for row in table.rows {
      guard let value = row[table.dimensions.count].flatMap({ Double($0) }) else { continue }
      let label = row[0] ?? ""
      if bars.last?.label != label { bars.append(Bar(label: label, value: 0)) }
      let last = bars.count - 1
      bars[last].value = figure.isSum ? bars[last].value + value : max(bars[last].value, value)
    }
    guard (1...Self.most).contains(bars.count) else { return nil }
    (self.figure, self.bars) = (figure, bars)
  }

  /// The picture.
  var svg: String {
    """
    <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" font-size="12">
      <title>\(HTMLText.escaped("\(figure.chinese) \(figure.english)"))</title>
    \(grid)
    \(bars.indices.map(bar).joined(separator: "\n"))
    </svg>
    """
  }

  private var highest: Double { max(bars.map(\.value).max() ?? 0, 0) }
  private var lowest: Double { min(bars.map(\.value).min() ?? 0, 0) }
  private var step: Double { (Self.width - Self.left - 10) / Double(bars.count) }

  private var grid: String {
    (0...4).map { part in
      let value = lowest + (highest - lowest) * Double(part) / 4
      let line = y(value)
      return """
          <path class="grid" d="M\(Int(Self.left)) \(line)H\(Int(Self.width - 10))"/>\
        <text class="axis" text-anchor="end" x="\(Int(Self.left - 8))" y="\(line + 4)">\(words(value))</text>
        """
    }.joined(separator: "\n")
  }

  private func bar(_ index: Int) -> String {
    let bar = bars[index]
    let (top, base) = (min(y(bar.value), y(0)), max(y(bar.value), y(0)))
    let x = Self.left + step * Double(index)
    let label = HTMLText.escaped(bar.label)
    // One label in so many, so that they do not run into each other.
    let isLabelled = index % max(1, Int((70 / step).rounded(.up))) == 0
    let text =
      isLabelled
      ? "<text class=\"axis\" text-anchor=\"middle\" x=\"\(tenths(x + step / 2))\" "
        + "y=\"\(Int(Self.height - Self.bottom + 18))\">\(HTMLText.escaped(String(bar.label.prefix(12))))</text>"
      : ""
    return """
        <rect class="bar" x="\(tenths(x + step * 0.1))" y="\(top)" width="\(tenths(step * 0.8))" \
      height="\(max(1, base - top))"><title>\(label): \(words(bar.value))</title></rect>\(text)
      """
  }

  private func y(_ value: Double) -> Int {
    let range = max(highest - lowest, 1e-9)
    let room = Self.height - Self.bottom - 20
    return Int((Self.height - Self.bottom - room * (value - lowest) / range).rounded())
  }

  private func words(_ value: Double) -> String {
    let number = figure.kind == .money ? value / 100 : value
    let rounded = (number * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
