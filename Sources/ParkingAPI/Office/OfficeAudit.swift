internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `office/audit`: who did what at a park.
  static func officeAudit(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let before = try request.fields.optionalInteger("before", 0...Int.max)
    let lines = try request.store.audit(
      of: park, before: before.map { Int64($0) }, count: try request.count())
    return .data(Trail(lines: lines.map { Line(line: $0, park: park) }))
  }
}

private struct Trail: JSONEncodable {
  let lines: [Line]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("lines", lines) }
  }
}

private struct Line: JSONEncodable {
  let line: AuditLine
  let park: ParkSettings

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("audit_id", String(line.auditID))
      writer.member("at", park.clock(line.time))
      writer.member("sentry_box_name", line.booth)
      writer.member("operator", line.person)
      writer.member("caller", line.caller)
      writer.member("action", line.action)
      writer.member("license", line.license)
      writer.member("detail", line.detail)
    }
  }
}
