extension ParameterSignature {
  /// Parameters together with the common ones (`app_id`, `timestamp`, `nonce`, `sign_type`) and
  /// their `sign`: what goes into a query or a form.
  ///
  /// - Parameters:
  ///   - timestamp: Unix seconds.
  ///   - nonce: taken once by the receiver; a new one unless given.
  public static func signed(
    _ parameters: [Parameter], with key: SigningKey, method: SignatureMethod, timestamp: Int64,
    nonce: String = Nonce.random()
  ) -> [Parameter] {
    let all =
      parameters + [
        (name: "app_id", value: key.appID), (name: "timestamp", value: String(timestamp)),
        (name: "nonce", value: nonce), (name: "sign_type", value: method.rawValue),
      ]
    return all + [(name: parameter, value: sign(all, secret: key.secret, method: method))]
  }
}
