import ParkingStore

extension ReportTable {
  /// CSV after RFC 4180, in UTF-8, with a line of names. Money stays in fen, and its columns say so.
  var csv: String {
    let head = columns.map { $0.kind == .money ? "\($0.name)_fen" : $0.name }
    let lines = [head] + rows.map { row in row.map { $0 ?? "" } }
    return lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A text that a spreadsheet would take for a formula begins with a quote.
  private static func quoted(_ value: String) -> String {
    let isFormula =
      value.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false && Double(value) == nil
    let text = isFormula ? "'\(value)" : value
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
