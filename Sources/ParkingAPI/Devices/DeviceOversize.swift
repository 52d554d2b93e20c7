internal import Devices
internal import HTTP
internal import ParkingStore

extension Routes {
  /// `/device/v1/{vendor}/{token}/oversize`: nginx asks it, without the body, in place of a request
  /// whose body is larger than is taken.
  ///
  /// A camera is told in its own words that the event needs no sending again: it would never become
  /// smaller. A vehicle passed all the same, so a person has to look at it.
  static func deviceOversize(_ request: DeviceRequest) throws -> Answer {
    let vendor = try request.vendor()
    try request.store.noteOversize(from: try request.device())
    guard let format = vendor.camera else { throw Refused(.tooLarge) }
    return .response(Response(format.replyToNotice()))
  }
}
