internal import PostgreSQL

extension SiteStore {
  /// How long everything is kept.
  ///
  /// - Throws: `SiteStoreError`.
  public func retention() throws(SiteStoreError) -> [Retention] {
    try transaction {
      let rows = try connection.query("select kind, days from parking.retention")
      let days = try Dictionary(
        uniqueKeysWithValues: rows.map {
          (try $0.decode(String.self, at: 0), try $0.decode(Int32?.self, at: 1))
        })
      return Retention.Kind.allCases.map {
        Retention(kind: $0, days: days[$0.rawValue].flatMap { $0 }.map { Int($0) })
      }
    }
  }

  /// Changes how long a kind is kept.
  ///
  /// - Parameter days: 1 to 36500; nil: for ever.
  /// - Throws: `SiteStoreError`.
  public func keep(_ kind: Retention.Kind, days: Int?) throws(SiteStoreError) {
    try transaction {
      _ = try connection.query(
        """
        update parking.retention set days = \(days.map { Int32(clamping: $0) })
        where kind = \(kind.rawValue)
        """)
    }
  }
}
