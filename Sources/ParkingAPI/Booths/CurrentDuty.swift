internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `duty/current`: the figures of the current shift.
  static func currentDuty(_ request: BoothRequest) throws -> Answer {
    .data(Duty(shift: try request.store.shiftFigures(at: try request.visit())))
  }
}

private struct Duty: JSONEncodable {
  let shift: ShiftFigures

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("operator", shift.operatorName)
      writer.member("work_hours", hours)
      writer.member("free_number", String(shift.free))
      writer.member("manual_through_number", String(shift.manual))
      writer.member("coupon_number", String(shift.coupons))
      writer.member("total_amount", shift.total.fen)
    }
  }

  /// Hours and minutes, `08:05`.
  private var hours: String {
    let (hours, minutes) = (shift.seconds / 3600, shift.seconds / 60 % 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
