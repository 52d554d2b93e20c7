public import Parking
internal import PostgreSQL

extension SiteStore {
  /// The site file in which `apply` finds nothing to change: all that is not retired, with hashes
  /// for secrets, and without the vehicles that came by CSV or console.
  ///
  /// - Throws: `SiteStoreError`.
  public func export() throws(SiteStoreError) -> SiteFile {
    try transaction(isolation: .repeatableRead) {
      var reader = SiteReader(connection)
      return try reader.file()
    }
  }
}
