internal import PostgreSQL

extension SiteStore {
  /// The park of every host name, in the order of the names, for nginx's map.
  ///
  /// - Throws: `SiteStoreError`.
  public func hosts() throws(SiteStoreError) -> [(host: String, park: String)] {
    try transaction {
      try connection.query(
        """
        select host, park_sn from parking.park_host join parking.park using (park_sn)
        where retired_at is null order by host
        """
      ).map { row in
        (host: try row.decode(String.self, at: 0), park: try row.decode(String.self, at: 1))
      }
    }
  }
}
