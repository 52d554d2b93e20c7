package import HTTP

extension Request {
  /// Whether it is signed by headers (scheme B): it has them, or its body is JSON, which can be
  /// signed in no other way.
  package var isSignedByHeaders: Bool {
    headers["x-signature"] != nil || headers["x-app-id"] != nil
      || contentType.flatMap(MediaType.init)?.name == "application/json"
  }
}
