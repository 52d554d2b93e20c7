internal import HTTP
internal import Parking
internal import ParkingStore
internal import SignedRequests

/// A partner's request that was let in: its signature is good, and it is in time, not seen before
/// and within the partner's rate (docs/partners.md).
struct PartnerRequest {
  let parameters: Parameters
  let fields: Fields
  let call: PartnerCall
  let admission: PartnerAdmission
  let store: ParkingStore

  init(_ request: Request, store: ParkingStore) throws {
    let claim: any SignatureClaim
    let parameters: Parameters
    if request.isSignedByHeaders {
      claim = try HeaderClaim(request)
      call = try Self.call(claim, request, store)
      parameters = try request.partnerParameters()
    } else {
      parameters = try request.partnerParameters()
      claim = try ParameterClaim(parameters)
      call = try Self.call(claim, request, store)
    }
    self.parameters = parameters
    fields = Fields(parameters)
    admission = try store.admit(call, parkSN: parameters.text("park_sn"))
    self.store = store
  }

  /// The park that `park_sn` names, which must be the partner's.
  func park() throws -> LeasePark {
    _ = try fields.text("park_sn")
    guard let park = admission.park else { throw PartnerRefusal.parkNotAllowed }
    return park
  }

  /// Whose request it is. An unknown name is answered as a wrong signature.
  private static func call(
    _ claim: any SignatureClaim, _ request: Request, _ store: ParkingStore
  ) throws -> PartnerCall {
    var partner = try store.partner(claim.appID)
    if partner.map({ claim.isSigned(by: $0) }) != true {
      partner = try store.reloadedPartner(claim.appID)
    }
    guard let partner, claim.isSigned(by: partner) else {
      var refused = PartnerRefused(reason: .signature)
      if partner?.isSandbox == true { refused.stringToSign = claim.stringToSign }
      throw refused
    }
    guard !partner.isDisabled, partner.mayCall(from: request.remoteAddress) else {
      throw PartnerRefused(reason: .disabled)
    }
    guard partner.mayCall(with: request.clientCertificate?.sha256) else {
      throw PartnerRefused(reason: .certificate)
    }
    return PartnerCall(partner: partner, nonce: claim.nonce, timestamp: claim.timestamp)
  }
}

extension Request {
  /// The parameters, of which PHP's brackets need three for each window.
  fileprivate func partnerParameters() throws(Refused) -> Parameters {
    do {
      return try Parameters(self, limits: .init(count: 4 * LeaseDates.most))
    } catch {
      if case .malformedJSON(let error) = error, let refused = Refused(singleQuote: error, body) {
        throw refused
      }
      throw Refused(error)
    }
  }
}
