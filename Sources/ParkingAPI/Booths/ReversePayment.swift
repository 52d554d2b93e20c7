internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `payment/reverse`: a supervisor gives the money of a stay back.
  static func reversePayment(_ request: BoothRequest) throws -> Answer {
    guard try request.store.supervises(request.caller) else {
      throw Refused(.notAllowed, "需要主管登录")
    }
    let visit = try request.visit(.exit)
    let reason = try request.fields.text("reason")
    guard let stayID = try request.fields.number("car_park_records_id") else {
      throw Refusal.nothingToReverse
    }
    let press = ReversalPress(stayID: stayID, reason: reason)
    return .data(Reversed(amount: try request.store.reversePayment(press, at: visit)))
  }
}

private struct Reversed: JSONEncodable {
  let amount: Money

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("amount", amount.fen) }
  }
}
