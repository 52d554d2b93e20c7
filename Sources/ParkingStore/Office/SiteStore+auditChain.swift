internal import PostgreSQL

extension SiteStore {
  /// Checks the chain that seals the audit trail.
  ///
  /// - Returns: nil while nothing is sealed.
  /// - Throws: `SiteStoreError`.
  public func auditChain() throws(SiteStoreError) -> AuditChain? {
    try transaction(isolation: .repeatableRead) {
      let ends = try connection.query(
        """
        select (select min(position) from parking.audit_chain), c.position, c.digest
        from parking.audit_chain c order by c.position desc limit 1
        """)
      guard var columns = ends.first?.columns else { return nil }
      return AuditChain(
        first: try columns.next(), last: try columns.next(),
        digest: try columns.next([UInt8].self).hex, fault: try firstFault(),
        unsealed: try unsealedLines())
    }
  }

  /// The digest of a seal in hexadecimal; nil if it is not there.
  ///
  /// - Throws: `SiteStoreError`.
  public func auditSeal(at position: Int64) throws(SiteStoreError) -> String? {
    try transaction {
      try connection.query(
        "select digest from parking.audit_chain where position = \(position)"
      ).first.map { try $0.decode([UInt8].self, at: 0).hex }
    }
  }

  /// The first seal that is there may be the base of a chain whose older lines are forgotten.
  private func firstFault() throws -> AuditChain.Fault? {
    let rows = try connection.query(
      """
      select c.position, c.audit_id, case
          when c.position <> c.place then 'a seal before it is missing'
          when a.audit_id is null then 'its line is missing'
          else 'its line or the seal before it was changed' end
      from (
        select position, audit_id, digest,
          row_number() over w - 1 + first_value(position) over w as place,
          coalesce(lag(digest) over w, case position when 1 then sha256('') end) as previous
        from parking.audit_chain window w as (order by position)) c
      left join parking.audit a on a.audit_id = c.audit_id
      where c.position <> c.place or c.previous is not null
        and (a.audit_id is null or c.digest <> parking.audit_digest(c.previous, a))
      order by c.position limit 1
      """)
    return try rows.first.map { row in
      AuditChain.Fault(
        position: try row.decode(at: 0), auditID: try row.decode(at: 1),
        words: try row.decode(at: 2))
    }
  }

  private func unsealedLines() throws -> Int {
    Int(
      try connection.query(
        """
        select count(*) from parking.audit a
        where a.at < now() - interval '1 hour'
          and not exists (select from parking.audit_chain c where c.audit_id = a.audit_id)
        """
      ).one().decode(Int64.self, at: 0))
  }
}
