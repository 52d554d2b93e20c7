internal import HTTP
internal import Parking
internal import ParkingStore

// What the booths' consoles show of their own park, for the park that `park_sn` names.
extension Routes {
  /// `office/devices`: how the park's cameras did in the last 24 hours.
  static func officeDevices(_ request: OfficeRequest) throws -> Answer {
    try deviceHealth(request.booths())
  }

  /// `office/review/list`: what a person has to look at.
  static func officeReviews(_ request: OfficeRequest) throws -> Answer {
    try reviewList(request.booths())
  }

  /// `office/review/resolve`: what a person did about an entry.
  static func officeReviewResolve(_ request: OfficeRequest) throws -> Answer {
    try reviewResolve(request.booths())
  }
}

extension OfficeRequest {
  /// The same request as the person would make it at the park's own host.
  fileprivate func booths() throws -> BoothRequest {
    let park = try park()
    // The host may be another park's, which has none of these pictures.
    return BoothRequest(
      request: request, arguments: [:], fields: fields, park: park,
      caller: .account(person.accountID), store: store, memo: AnswerMemo(),
      pictures: "\(Paths.office)/picture?park_sn=\(park.parkSN)&digest=")
  }
}
