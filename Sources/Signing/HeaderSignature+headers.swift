extension HeaderSignature {
  /// The headers that carry a subject's names and its signature.
  public static func headers(
    of subject: Subject, secret: String
  ) -> [(name: String, value: String)] {
    [
      (name: "X-App-Id", value: subject.appID), (name: "X-Key-Id", value: subject.keyID),
      (name: "X-Timestamp", value: subject.timestamp), (name: "X-Nonce", value: subject.nonce),
      (name: "X-Signature", value: "v1=\(sign(subject, secret: secret))"),
    ]
  }
}
