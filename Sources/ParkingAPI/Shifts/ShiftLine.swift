internal import HTTP
internal import Parking
internal import ParkingStore

/// A shift that ended, as the slip and the history show it. Its money is 0 until it is handed over:
/// cash is counted before its sum is shown.
struct ShiftLine: JSONEncodable {
  let shift: PastShift
  let park: ParkSettings

  func encode(to writer: inout JSONWriter) {
    writer.object { encode(membersTo: &$0) }
  }

  func encode(membersTo writer: inout JSONWriter) {
    let takings = shift.handover == nil ? nil : shift.takings
    writer.member("shift_id", String(shift.shiftID))
    writer.member("operator", shift.operatorName)
    writer.member("began_at", park.clock(shift.beganAt))
    writer.member("ended_at", park.clock(shift.endedAt))
    writer.member("vehicle_number", String(shift.vehicles))
    writer.member("free_number", String(shift.free))
    writer.member("manual_through_number", String(shift.manual))
    writer.member("coupon_number", String(shift.coupons))
    writer.member("coupon_amount", shift.couponTotal.fen)
    writer.member("total_amount", takings?.total.fen ?? 0)
    writer.member("cash_amount", takings?.cash.fen ?? 0)
    writer.member("wechat_amount", takings?.wechat.fen ?? 0)
    writer.member("alipay_amount", takings?.alipay.fen ?? 0)
    writer.member("other_amount", takings?.other.fen ?? 0)
    writer.member("handed_over", shift.handover == nil ? 0 : 1)
    writer.member("expected_amount", shift.handover?.expected.fen ?? 0)
    writer.member("counted_amount", shift.handover?.counted.fen ?? 0)
    writer.member("difference_amount", shift.handover?.difference.fen ?? 0)
    writer.member("note", shift.handover?.note ?? "")
    writer.member("handed_at", park.clock(shift.handover?.handedAt))
  }
}
