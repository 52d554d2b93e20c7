/// Decodes the records of a CSV file one after another and collects what is wrong with them.
struct SheetDecoder {
  let zone: ParkTimeZone
  private(set) var rows: [VehicleSheet.Row] = []
  private(set) var problems: [SiteFileErrors.Problem] = []
  private var columns: [VehicleFields.Name] = []
  private var lines: [RegisteredVehicle.Key: Int] = [:]

  init(zone: ParkTimeZone) {
    self.zone = zone
  }

  mutating func read(_ reader: CSVReader) {
    var reader = reader
    do throws(CSVReader.SyntaxError) {
      guard let header = try reader.next() else {
        return fail(1, "the file is empty; its first line names the columns")
      }
      guard readHeader(header) else { return }
      while let record = try reader.next() { read(record) }
    } catch {
      fail(error.line, error.message)
    }
  }

  private mutating func fail(_ line: Int, _ message: String, _ column: String = "") {
    problems.append(SiteFileErrors.Problem(path: column, line: line, message: message))
  }

  /// The first record names the columns, in any order; plate and category must be there.
  private mutating func readHeader(_ record: CSVReader.Record) -> Bool {
    for field in record.fields {
      guard let name = VehicleFields.Name(rawValue: Self.trimmed(field)) else {
        fail(
          record.line,
          "no column is called “\(field)”; the columns are "
            + VehicleFields.Name.allCases.map(\.rawValue).joined(separator: ", "))
        continue
      }
      if columns.contains(name) { fail(record.line, "the column stands here twice", field) }
      columns.append(name)
    }
    for name in [VehicleFields.Name.plate, .category] where !columns.contains(name) {
      fail(record.line, "the column “\(name.rawValue)” is missing")
    }
    return problems.isEmpty
  }

  private mutating func read(_ record: CSVReader.Record) {
    guard record.fields.count == columns.count else {
      let given = record.fields.count
      return fail(record.line, "\(given) fields where the first line has \(columns.count)")
    }
    var fields = VehicleFields()
    for (name, text) in zip(columns, record.fields) { fields[name] = Self.trimmed(text) }
    let (vehicle, problems) = fields.vehicle(zone: zone)
    for problem in problems { fail(record.line, problem.message, problem.name.rawValue) }
    guard let vehicle else { return }
    if let line = lines[vehicle.key] {
      return fail(record.line, "the same plate, category and valid_from as on line \(line)")
    }
    lines[vehicle.key] = record.line
    rows.append(VehicleSheet.Row(line: record.line, vehicle: vehicle))
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    let tail = text.drop(while: isSpace)
    guard let last = tail.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(tail[...last])
  }
}
