internal import ParkingStore
internal import SignedRequests
internal import Signing

extension SignatureClaim {
  /// Whether one of the partner's live keys gives this signature.
  func isSigned(by partner: Partner) -> Bool {
    let keys = partner.keys.map {
      SigningKey(appID: partner.appID, keyID: $0.keyID, secret: $0.secret)
    }
    return isSigned(by: keys, allowsMD5: partner.allowsMD5)
  }
}
