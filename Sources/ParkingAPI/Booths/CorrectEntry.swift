internal import Parking
internal import ParkingStore

extension Routes {
  /// `enter/correct`: the attendant corrects the plate of a vehicle that waits.
  static func correctEntry(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit(.enter)
    let plate = Plate(reading: try request.fields.text("license"))
    guard let arrivalID = try request.fields.number("capture_id") else { throw Refusal.notWaiting }
    try request.store.correct(CorrectionPress(arrivalID: arrivalID, plate: plate), at: visit)
    return .done
  }
}
