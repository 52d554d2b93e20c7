/// What a simulated camera sends.
struct CameraRequest {
  /// What it adds to the address that it was given.
  var suffix = ""
  let content: HTTPContent
}
