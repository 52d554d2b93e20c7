internal import Parking
internal import ParkingStore

extension Routes {
  /// `leave/permit-through`: the attendant takes the money and lets a vehicle out, or lets it out
  /// by hand.
  static func permitExit(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.exit)
    let release = try release(request.fields)
    guard let stayID = try request.fields.number("car_park_records_id") else {
      throw Refusal.unknownStay
    }
    try request.store.permitExit(ExitPress(stayID: stayID, release: release), at: visit)
    return .done
  }

  /// What is not used is checked all the same: a malformed parameter changes nothing.
  private static func release(_ fields: Fields) throws -> ExitPress.Release {
    let isManual = try fields.integer("manual", 0...1) == 1
    let (total, coupon) = (
      try fields.optionalMoney("total_amount"), try fields.optionalMoney("coupon_amount")
    )
    let word = try fields.optionalText("pay_method") ?? PayMethod.cash.rawValue
    guard let method = PayMethod(rawValue: word) else {
      throw Refused(.malformedParameter, "pay_method 应为 cash、wechat、alipay 或 other")
    }
    let reason = try fields.optionalText("reason") ?? ""
    if isManual { return .manual(reason: reason) }
    guard let total else { throw Refused(.missingParameter, "total_amount") }
    guard let coupon else { throw Refused(.missingParameter, "coupon_amount") }
    return .paid(total: total, coupon: coupon, method: method)
  }
}
