internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `review/resolve`: what a person did about an entry of the review list. Who does so is known:
  /// signed in, or at a terminal with a token of its own.
  static func reviewResolve(_ request: BoothRequest) throws -> Answer {
    switch request.caller {
    case .account, .terminal: break
    case .network, .device, .commandLine: throw Refused(.notAllowed, "请登录后处理")
    }
    let word = try request.fields.text("resolution")
    guard let resolution = ReviewResolution(rawValue: word) else {
      throw Refused(.malformedParameter, "resolution")
    }
    let note = try request.fields.optionalText("note") ?? ""
    guard let reviewID = try request.fields.number("_id") else {
      throw ReviewRefusal.unknownReview
    }
    let press = ReviewPress(reviewID: reviewID, resolution: resolution, note: note)
    try request.store.resolve(press, of: request.park, by: request.caller)
    return .done
  }
}
