internal import HTTP
internal import ParkingStore

extension Routes {
  /// `picture/{digest}`: a picture of the park, which nginx sends from the pictures' directory.
  static func picture(_ request: BoothRequest) throws -> Answer {
    guard let digest = [UInt8](hex: request.arguments["digest"] ?? ""),
      let picture = try request.store.picture(
        digest: digest, of: request.park, for: request.caller)
    else { throw Refused(.notFound) }
    return sending(picture.path, picture.mediaType)
  }

  /// Has nginx send a file below the pictures' directory.
  static func sending(_ path: String, _ mediaType: String) -> Answer {
    .response(
      Response(
        status: 200,
        headers: [
          (name: "Content-Type", value: mediaType),
          (name: "Cache-Control", value: "private, max-age=86400, immutable"),
          (name: "X-Accel-Redirect", value: "/pictures/\(path)"),
        ]))
  }
}
