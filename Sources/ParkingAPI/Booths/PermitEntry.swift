internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `enter/permit-through`: the attendant lets a vehicle in, by its plate or by a ticket.
  static func permitEntry(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.enter)
    let isTicket = try request.fields.optionalInteger("ticket", 0...1) == 1
    let license =
      isTicket ? try request.fields.optionalText("license") : try request.fields.text("license")
    let category = try request.fields.optionalInteger("car_fee_type", 0...3)
    let named = try request.fields.optionalText("capture_id")
    if let named, Int64(named) == nil { throw Refusal.notWaiting }
    let arrivalID = named.flatMap { Int64($0) }
    guard let license else {
      let press = TicketPress(arrivalID: arrivalID)
      return .data(GivenTicket(entry: try request.store.permitEntry(byTicket: press, at: visit)))
    }
    guard !isTicket else { throw Refused(.malformedParameter, "license 与 ticket 只能填写一个") }
    let press = EntryPress(
      plate: Plate(reading: license), category: category.flatMap(Category.init(rawValue:)),
      arrivalID: arrivalID)
    try request.store.permitEntry(press, at: visit)
    return .done
  }
}

private struct GivenTicket: JSONEncodable {
  let entry: TicketEntry

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("ticket", entry.ticket.number)
      writer.member("license", entry.ticket.key)
      writer.member("car_park_records_id", String(entry.stayID))
    }
  }
}
