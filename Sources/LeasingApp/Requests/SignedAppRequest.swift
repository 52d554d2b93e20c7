internal import HTTP
internal import LeasingAppStore
internal import SignedRequests
internal import Signing

/// A parking system's request, whose signature is good. Whether it is in time and new is decided
/// with its effect.
struct SignedAppRequest {
  let fields: AppFields
  let call: AppCall
  let store: LeasingAppStore

  init(_ request: Request, store: LeasingAppStore) throws {
    let parameters: Parameters
    do {
      parameters = try Parameters(request)
    } catch {
      throw AppRefused(.unreadableBody)
    }
    let claim = try Self.claim(request, parameters)
    fields = AppFields(parameters)
    self.store = store
    call = AppCall(
      partner: try Self.partner(claim, store), nonce: claim.nonce, timestamp: claim.timestamp)
  }

  private static func claim(
    _ request: Request, _ parameters: Parameters
  ) throws(AppRefused) -> any SignatureClaim {
    do throws(SignatureFault) {
      return try request.isSignedByHeaders ? HeaderClaim(request) : ParameterClaim(parameters)
    } catch {
      throw AppRefused(error)
    }
  }

  /// Whose request it is. An unknown name is answered as a wrong signature.
  private static func partner(
    _ claim: any SignatureClaim, _ store: LeasingAppStore
  ) throws -> AppPartner {
    let partner = try store.partner(claim.appID)
    let keys = (partner?.keys ?? []).map {
      SigningKey(appID: claim.appID, keyID: $0.keyID, secret: $0.secret)
    }
    guard let partner, claim.isSigned(by: keys, allowsMD5: partner.allowsMD5) else {
      var refused = AppRefused(SignatureFault.signature)
      if partner?.isSandbox == true { refused.stringToSign = claim.stringToSign }
      throw refused
    }
    guard !partner.isDisabled else { throw AppRefused(.notAllowed) }
    return partner
  }
}
