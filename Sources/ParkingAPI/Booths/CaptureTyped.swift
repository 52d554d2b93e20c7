internal import Parking
internal import ParkingStore

extension Routes {
  /// `leave/capture`: the attendant types the plate, or the ticket, of a vehicle at an exit.
  static func captureTyped(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.exit)
    let plate = try typedVehicle(request.fields)
    return .data(ExitDecision(reply: try request.store.captureTyped(plate, at: visit)))
  }

  /// A ticket may stand in `ticket`, or in `license` as it is shown.
  private static func typedVehicle(_ fields: Fields) throws -> Plate {
    if let text = try fields.optionalText("ticket") {
      guard try fields.optionalText("license") == nil else {
        throw Refused(.malformedParameter, "license 与 ticket 只能填写一个")
      }
      return try ticket(text)
    }
    let text = try fields.text("license")
    if Ticket.isMeant(by: text) { return try ticket(text) }
    let plate = Plate(reading: text)
    guard plate.key != nil else { throw Refusal.invalidPlate(PlateError(refusing: plate)) }
    return plate
  }

  private static func ticket(_ text: String) throws(Refusal) -> Plate {
    guard let ticket = Ticket(reading: text) else { throw .unknownTicket }
    return ticket.plate
  }
}
