internal import Crypto
internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Who a request to a park's booths comes from; nil if it is not let in.
  ///
  /// A credential that is sent must be good: a terminal with a wrong token or certificate is not let
  /// in by its network.
  public func caller(_ credentials: Credentials, at park: ParkSettings) throws -> Caller? {
    if let token = credentials.session { return try account(token, at: park.parkSN) }
    if let token = credentials.bearer {
      return try terminal(
        """
        token_digest = \(token.sha256)
        and (certificate_digest is null or certificate_digest = \(credentials.certificate))
        """, at: park.parkSN)
    }
    if let certificate = credentials.certificate {
      return try terminal("certificate_digest = \(certificate)", at: park.parkSN)
    }
    if park.trusts(credentials.address) { return .network }
    return try reloadedPark(park.parkSN)?.trusts(credentials.address) == true ? .network : nil
  }

  /// Whether the caller may do what an attendant may not: reverse payments, give money up (rule 9).
  /// Supervisors and the operator's users may.
  public func supervises(_ caller: Caller) throws -> Bool {
    if caller == .commandLine { return true }
    guard let accountID = caller.accountID else { return false }
    return try database.withConnection { connection in
      try !connection.query(
        """
        select from parking.account
        where account_id = \(accountID) and role in ('supervisor', 'operator')
          and retired_at is null
        """
      ).isEmpty
    }
  }

  private func account(_ token: String, at parkSN: String) throws -> Caller? {
    try database.withConnection { connection in
      let rows = try connection.query(
        """
        select a.account_id from parking.session s join parking.account a using (account_id)
        where \(Self.goodSession(token)) and a.retired_at is null
          and parking.works_at(a.account_id, \(parkSN))
        """)
      return try rows.first.map { Caller.account(try $0.decode(at: 0)) }
    }
  }

  /// The live terminal of that condition. The token of one that has a certificate opens nothing
  /// without it.
  private func terminal(_ condition: SQL, at parkSN: String) throws -> Caller? {
    try database.withConnection { connection in
      let rows = try connection.query(
        """
        select terminal_id from parking.terminal
        where \(condition) and park_sn = \(parkSN) and retired_at is null
        """)
      return try rows.first.map { Caller.terminal(try $0.decode(at: 0)) }
    }
  }
}

extension String {
  /// The SHA-256 of its UTF-8, by which tokens are kept.
  var sha256: [UInt8] { Array(utf8).sha256 }
}

extension [UInt8] {
  /// The SHA-256 of the bytes.
  public var sha256: [UInt8] { Array(SHA256.hash(data: self)) }
}
