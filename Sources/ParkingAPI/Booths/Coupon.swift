internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `fee/coupon`: minutes taken off the stay that settles here.
  static func coupon(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.exit)
    let minutes = try request.fields.integer("coupon_time", 0...GateRules.largestCoupon)
    guard let stayID = try request.fields.number("car_park_records_id") else {
      throw Refusal.unknownStay
    }
    let press = CouponPress(stayID: stayID, minutes: minutes)
    return .data(Taken(coupon: try request.store.applyCoupon(press, at: visit)))
  }
}

private struct Taken: JSONEncodable {
  let coupon: Money

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("coupon_amount", coupon.fen) }
  }
}
