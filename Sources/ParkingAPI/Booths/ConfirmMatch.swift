internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `leave/confirm`: the attendant says which open stay the vehicle at an exit belongs to.
  static func confirmMatch(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.exit)
    let named = try request.fields.optionalText("capture_id")
    guard let stayID = try request.fields.number("car_park_records_id") else {
      throw Refusal.unknownStay
    }
    if let named, Int64(named) == nil { throw Refusal.notSettling }
    let press = MatchPress(stayID: stayID, arrivalID: named.flatMap { Int64($0) })
    return .data(ExitDecision(reply: try request.store.confirmMatch(press, at: visit)))
  }
}

/// What became of a vehicle at an exit after an attendant's typing or choice.
struct ExitDecision: JSONEncodable {
  let reply: GateReply

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("open", reply.opens)
      writer.member("car_park_records_id", reply.stayID.map(String.init) ?? "")
      writer.member("car_fee_type", reply.category.rawValue)
      writer.member("display", reply.display)
    }
  }
}
