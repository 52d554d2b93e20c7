internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// The longest sheet, in characters.
  static let longestSheet = 1_000_000

  /// `office/vehicles/import`: takes the vehicles of a CSV text, or says what that would do.
  static func officeVehicleImport(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    guard let text = try request.fields.optionalText("sheet", longest: longestSheet) else {
      throw Refused(.missingParameter, "sheet")
    }
    let isPreview = try request.fields.optionalInteger("preview", 0...1) == 1
    do {
      let sheet = try VehicleSheet(Array(text.utf8), zone: park.rules.timeZone)
      let report = try request.store.importVehicles(
        sheet, to: park, by: request.person, isPreview: isPreview)
      return .data(Report(report: report, problems: []))
    } catch let errors as SiteFileErrors {
      return .data(Report(report: nil, problems: errors.problems))
    }
  }
}

private struct Report: JSONEncodable {
  /// Nil when a line is wrong, and nothing was done.
  let report: VehicleImport?
  let problems: [SiteFileErrors.Problem]

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("added", report?.added ?? 0)
      writer.member("changed", report.map { $0.changed + $0.revived } ?? 0)
      writer.member("unchanged", report?.unchanged ?? 0)
      writer.member("problem_number", problems.count)
      writer.member("problems", problems.prefix(200).map(Line.init))
    }
  }

  struct Line: JSONEncodable {
    let problem: SiteFileErrors.Problem

    func encode(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("line", problem.line ?? 0)
        writer.member("column", problem.path)
        writer.member("message", problem.message)
      }
    }
  }
}
