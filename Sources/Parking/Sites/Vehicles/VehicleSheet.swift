/// The vehicles of a CSV file with the columns plate, category, valid_from, valid_until, class, person and note.
public struct VehicleSheet: Sendable {
  /// A vehicle and the line where it stands, from 1.
  public struct Row: Hashable, Sendable {
    /// The line of the file.
    public let line: Int
    /// What the row says.
    public let vehicle: RegisteredVehicle
  }

  /// The rows in the order of the file.
  public private(set) var rows: [Row] = []

  /// Reads a file's bytes, or throws everything that is wrong with them, row by row.
  ///
  /// - Parameter zone: the park's, whose days and clocks the dates and times are.
  public init(_ bytes: [UInt8], zone: ParkTimeZone) throws(SiteFileErrors) {
    if let line = Self.firstInvalidLine(bytes) {
      throw SiteFileErrors([
        SiteFileErrors.Problem(
          path: "", line: line, message: "the bytes are not UTF-8; save the file as CSV UTF-8")
      ])
    }
    var decoder = SheetDecoder(zone: zone)
    decoder.read(CSVReader(bytes))
    guard decoder.problems.isEmpty else { throw SiteFileErrors(decoder.problems) }
    rows = decoder.rows
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }

  /// The text of a file that reads as these vehicles, lines ended by CR LF.
  public static func text(of vehicles: [RegisteredVehicle], zone: ParkTimeZone) -> String {
    var text = VehicleFields.Name.allCases.map(\.rawValue).joined(separator: ",") + "\r\n"
    for vehicle in vehicles {
      let fields = VehicleFields(vehicle, zone: zone)
      text += VehicleFields.Name.allCases.map { quoted(fields[$0]) }.joined(separator: ",")
      text += "\r\n"
    }
    return text
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy { ![0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return isPlain ? field : "\"\(field.replacing("\"", with: "\"\""))\""
  }
}
