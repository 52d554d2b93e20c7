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

  private static func release(_ fields: Fields) throws -> ExitPress.Release {
    if try fields.integer("manual", 0...1) == 1 {
      return .manual(reason: try fields.optionalText("reason") ?? "")
    }
    let word = try fields.optionalText("pay_method") ?? PayMethod.cash.rawValue
    guard let method = PayMethod(rawValue: word) else {
      throw Refused(.malformedParameter, "pay_method 应为 cash、wechat、alipay 或 other")
    }
    return .paid(
      total: try fields.money("total_amount"), coupon: try fields.money("coupon_amount"),
      method: method)
  }
}
