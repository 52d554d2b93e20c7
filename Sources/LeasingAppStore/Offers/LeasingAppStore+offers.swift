internal import PostgreSQL

extension LeasingAppStore {
  /// `lease/park`: keeps what a park offers now, and takes the request's nonce. A push that was
  /// signed before the one that is kept changes nothing: it was overtaken on its way.
  public func keep(_ offer: AppOffer, of call: AppCall) throws {
    _ = try admitting(call) { connection in
      try connection.execute(
        offer.keeping(
          appID: call.partner.appID, signedAt: call.timestamp,
          onlyWhere: "excluded.signed_at >= o.signed_at"))
    }
  }
}
