internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `leave/capture`: the attendant types the plate of a vehicle at an exit.
  static func captureTyped(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.exit)
    let plate = Plate(reading: try request.fields.text("license"))
    guard plate.key != nil else { throw Refusal.invalidPlate(PlateError(refusing: plate)) }
    return .data(TypedCapture(reply: try request.store.captureTyped(plate, at: visit)))
  }
}

private struct TypedCapture: JSONEncodable {
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
