internal import HTTP
internal import ParkingStore

extension Routes {
  /// `duty/history`: the shifts that ended at a booth.
  static func dutyHistory(_ request: BoothRequest) throws -> Answer {
    let shifts = try request.store.pastShifts(at: try request.visit(), count: try request.count())
    return .data(History(lines: shifts.map { ShiftLine(shift: $0, park: request.park) }))
  }
}

private struct History: JSONEncodable {
  let lines: [ShiftLine]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("shifts", lines) }
  }
}
