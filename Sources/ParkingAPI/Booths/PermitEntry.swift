internal import Parking
internal import ParkingStore

extension Routes {
  /// `enter/permit-through`: the attendant lets a vehicle in.
  static func permitEntry(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.enter)
    let plate = Plate(reading: try request.fields.text("license"))
    let category = try request.fields.optionalInteger("car_fee_type", 0...3)
    let named = try request.fields.optionalText("capture_id")
    if let named, Int64(named) == nil { throw Refusal.notWaiting }
    let press = EntryPress(
      plate: plate, category: category.flatMap(Category.init(rawValue:)),
      arrivalID: named.flatMap { Int64($0) })
    try request.store.permitEntry(press, at: visit)
    return .done
  }
}
