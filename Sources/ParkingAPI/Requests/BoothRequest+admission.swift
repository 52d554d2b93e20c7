internal import HTTP
internal import ParkingStore

extension BoothRequest {
  /// Lets a request in, or refuses it, before a parameter is read: unknown host, cross-site,
  /// without a good credential.
  convenience init(
    _ request: Request, arguments: [String: String], store: ParkingStore, memo: AnswerMemo
  ) throws {
    guard let parkSN = request.park, let park = try store.park(parkSN) else {
      throw Refused(.unknownHost)
    }
    guard !request.isCrossSite else { throw Refused(.notAllowed, "跨站请求") }
    guard let caller = try store.caller(Credentials(request), at: park) else {
      throw Refused(.notAuthenticated)
    }
    self.init(
      request: request, arguments: arguments, fields: Fields(try request.decodedParameters()),
      park: park, caller: caller, store: store, memo: memo)
  }
}

extension Request {
  /// Whether a browser says that another site sent it. The documents change state with GET, so
  /// a page elsewhere could press a button otherwise.
  var isCrossSite: Bool {
    // Parks are sibling hosts, to which a SameSite cookie goes: "same-site" is another park's page.
    if let site = headers["sec-fetch-site"], ["cross-site", "same-site"].contains(site) {
      return true
    }
    guard let origin = headers["origin"] else { return false }
    return origin != "\(scheme)://\(host)"
  }

  /// The parameters, or a refusal that says what is wrong with them.
  func decodedParameters() throws(Refused) -> Parameters {
    do {
      return try Parameters(self)
    } catch {
      throw Refused(error)
    }
  }
}

extension Credentials {
  fileprivate init(_ request: Request) {
    let scheme = "bearer "
    self.init(
      address: request.remoteAddress,
      session: request.headers["cookie"].flatMap { Cookies($0)[Paths.sessionCookie] },
      bearer: request.headers["authorization"].map {
        $0.lowercased().hasPrefix(scheme) ? String($0.dropFirst(scheme.count)) : $0
      },
      certificate: request.clientCertificate?.sha256)
  }
}
