import Foundation
import Parking
import Testing

/// A worked stay of `Resources/examples.csv`.
struct Example: Sendable, CustomTestStringConvertible {
  let fields: [String: String]

  var id: String { self["id"] }
  var testDescription: String { "\(id) \(self["tariff"]): \(self["arithmetic"])" }

  subscript(_ name: String) -> String { fields[name] ?? "" }

  static let all: [Example] = {
    let file = Fixtures.folder("Tests/ParkingTests/Resources/examples.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").map { cells(of: $0) }
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Example(fields: Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }))
    }
  }()

  /// The cells of a line; a quoted cell may hold commas.
  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// The context of the stay in Shanghai.
  func context() throws -> PricingContext {
    var context = PricingContext(timeZone: Fixtures.shanghai, calendar: try Fixtures.calendar())
    context.vehicle = self["vehicle"].isEmpty ? nil : self["vehicle"]
    context.isNewEnergy = self["new_energy"] == "true"
    context.entryNumber = Int(self["entry_number"])
    return context
  }
}
