internal import PostgreSQL

extension SiteStore {
  /// Whether the server hands its log of changes over to a backup.
  ///
  /// - Throws: `SiteStoreError`.
  public func archivesLog() throws(SiteStoreError) -> Bool {
    try transaction {
      try connection.query("select current_setting('archive_mode') <> 'off'").one()
        .decode(Bool.self, at: 0)
    }
  }
}
