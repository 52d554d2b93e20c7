internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `api/SynLeaseOrder`: a plate's windows, which its driver has paid for at the partner.
  static func synLeaseOrder(_ request: PartnerRequest) throws -> Answer {
    _ = try request.park()
    let order = LeaseOrder(
      plate: try plate(try request.fields.optionalText("car_plate_no")),
      windows: try LeaseDates.windows(request.parameters))
    try request.store.keep(order, of: request.call, admitted: request.admission)
    return .done
  }

  /// The key of a plate that must be a valid one; nil without a text.
  private static func plate(_ text: String?) throws(Refusal) -> String? {
    guard let text else { return nil }
    do {
      return try Plate.validated(text).key
    } catch {
      throw .invalidPlate(error)
    }
  }
}
