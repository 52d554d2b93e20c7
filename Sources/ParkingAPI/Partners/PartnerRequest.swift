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

  /// Whose request it is.
  private static func call(
    _ claim: any SignatureClaim, _ request: Request, _ store: ParkingStore
  ) throws -> PartnerCall {
    let partner = try signer(of: claim, store)
    guard !partner.isDisabled, partner.mayCall(from: request.remoteAddress) else {
      throw PartnerRefused(reason: .disabled)
    }
    guard partner.mayCall(with: request.clientCertificate?.sha256) else {
      throw PartnerRefused(reason: .certificate)
    }
    return PartnerCall(partner: partner, nonce: claim.nonce, timestamp: claim.timestamp)
  }

  /// Who signed it, by the record that is kept or, before it is refused, by the one that holds now.
  /// An unknown name is answered as a wrong signature.
  private static func signer(of claim: any SignatureClaim, _ store: ParkingStore) throws -> Partner
  {
    if let partner = try store.partner(claim.appID), claim.isSigned(by: partner) { return partner }
    let partner = try store.reloadedPartner(claim.appID)
    if let partner, claim.isSigned(by: partner) { return partner }
    var refused = PartnerRefused(reason: .signature)
    if partner?.isSandbox == true { refused.stringToSign = claim.stringToSign }
    throw refused
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
