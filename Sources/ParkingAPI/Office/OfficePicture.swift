internal import HTTP
internal import ParkingStore

extension Routes {
  /// `office/picture`: a picture of a park that the person answers for, at whatever host. Who
  /// looked is noted in the audit trail.
  static func officePicture(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let text = try request.fields.text("digest")
    guard let digest = [UInt8](hex: text),
      let picture = try request.store.picture(digest: digest, of: park, for: nil)
    else { throw Refused(.notFound) }
    if request.request.method != .head {
      try request.store.noteLook(at: digest, of: park, by: request.person)
    }
    return Routes.sending(picture.path, picture.mediaType)
  }
}
