internal import HTTP
internal import ParkingStore

extension Routes {
  /// `duty/begin`: the signed-in attendant goes on duty at a booth.
  static func beginDuty(_ request: BoothRequest) throws -> Answer {
    let takesOver = try request.fields.optionalInteger("take_over", 0...1) == 1
    let shift = try request.store.beginShift(at: try request.visit(), takesOver: takesOver)
    return .data(Begun(shift: shift, request: request))
  }
}

private struct Begun: JSONEncodable {
  let shift: OpenShift
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("shift_id", String(shift.shiftID))
      writer.member("operator", shift.operatorName)
      writer.member("began_at", request.clock(shift.beganAt))
    }
  }
}
