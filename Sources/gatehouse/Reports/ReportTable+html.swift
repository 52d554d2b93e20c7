import Foundation
import ParkingStore

extension ReportTable {
  /// A page of its own with a picture and the table, headings in Chinese and English, that loads
  /// nothing and runs nothing; it prints well.
  var html: String {
    let report = request.report
    let title = HTMLText.escaped("\(report.chinese) \(report.english)")
    return """
      <!doctype html>
      <html lang="zh-CN">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      <h1>\(title)</h1>
      <p>\(HTMLText.escaped(period))</p>
      \(ReportChart(self)?.svg ?? "")
      <table>
      <thead><tr>\(columns.map(head).joined())</tr></thead>
      <tbody>
      \(shown.map(line).joined(separator: "\n"))
      </tbody>
      </table>
      <p class="note">金额单位：元 · Money in yuan</p>
      </html>

      """
  }

  private var period: String {
    let days = "\(request.from.map { "\($0)" } ?? "…") – \(request.to.map { "\($0)" } ?? "…")"
    return (request.parkSN.map { "\($0) · " } ?? "") + days
  }

  private func head(_ column: ReportColumn) -> String {
    "<th\(Self.side(column))>\(HTMLText.escaped(column.chinese))<br><small>"
      + "\(HTMLText.escaped(column.english))</small></th>"
  }

  private func line(_ cells: [String]) -> String {
    "<tr>"
      + zip(columns, cells).map { "<td\(Self.side($0))>\(HTMLText.escaped($1))</td>" }.joined()
      + "</tr>"
  }

  private static func side(_ column: ReportColumn) -> String {
    column.kind == .text ? "" : " class=\"n\""
  }

  private static let style = """
    :root { color-scheme: light dark; font-family: system-ui, "Noto Sans CJK SC", sans-serif }
    body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
    h1 { font-size: 1.4rem }
    svg { width: 100%; height: auto }
    .bar { fill: #1d5fa8 } .grid { stroke: #8884; fill: none } .axis { fill: currentColor }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
    th, td { border-bottom: 1px solid #8884; padding: .25rem .6rem; text-align: left }
    .n { text-align: right } small, .note { opacity: .7 }
    tbody tr:last-child { font-weight: 600 }
    @media print { body { margin: 0; max-width: none } thead { display: table-header-group } }
    """
}
