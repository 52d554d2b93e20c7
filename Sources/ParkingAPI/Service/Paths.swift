/// Names that clients hold on to.
enum Paths {
  static let sentrybox = "/park/v1/sentrybox"
  static let office = "/park/v1/office"
  /// A booth's pictures, up to the digest.
  static let pictures = "\(sentrybox)/picture/"
  static let sessionCookie = "__Host-gatehouse"
}
