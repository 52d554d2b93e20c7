internal import PostgreSQL

/// What is older than it is kept (`parking.retention`), a piece at a time.
extension RelayStore {
  /// Reads, plates, what was written about people, lines of the audit trail.
  ///
  /// - Returns: how many rows were deleted or changed.
  public func forget() throws -> Int {
    let pieces: [SQL] = [
      "select parking.forget_captures()", "select parking.forget_arrivals()",
      "select parking.forget_stays()", "select parking.forget_others()",
      "select parking.forget_audit()",
    ]
    return try pieces.reduce(0) { sum, piece in
      try database.withConnection { connection in
        sum + Int(try connection.query(piece).one().decode(Int64.self, at: 0))
      }
    }
  }

  /// Deletes pictures: first the files, then what says that they are there, so that no file is
  /// left that nobody knows of. A file that cannot be removed stays with its row.
  ///
  /// - Parameter folder: the directory of the pictures.
  /// - Returns: how many were deleted.
  public func forgetPictures(in folder: String) throws -> Int {
    let folder = PictureFolder(path: folder)
    let old = try database.withConnection { connection in
      try connection.query("select * from parking.expired_pictures(1000)").map { row in
        var columns = row.columns
        return (
          parkSN: try columns.next(String.self), digest: try columns.next([UInt8].self),
          format: PictureFile.Format(rawValue: try columns.next()) ?? .jpeg,
          isShared: try columns.next(Bool.self)
        )
      }
    }
    let gone = old.filter { $0.isShared || folder.remove($0.digest, $0.format) }
    guard !gone.isEmpty else { return 0 }
    return try database.withConnection { connection in
      Int(
        try connection.query(
          """
          select parking.forget_pictures(\(gone.map(\.parkSN)),
            (select array_agg(decode(d, 'hex')) from unnest(\(gone.map(\.digest.hex))) d))
          """
        ).one().decode(Int64.self, at: 0))
    }
  }

  /// Seals lines of the audit trail that were committed since the last time.
  ///
  /// - Returns: how many, and the newest seal: its place in the chain and its digest; nil while
  ///   there is none.
  public func sealAudit() throws -> (count: Int, seal: (position: Int64, digest: String)?) {
    try database.withConnection { connection in
      let count = try connection.query("select parking.seal_audit()").one()
        .decode(Int64.self, at: 0)
      let newest = try connection.query("select * from parking.newest_seal()").first
      return (
        Int(count),
        try newest.map { (try $0.decode(at: 0), try $0.decode([UInt8].self, at: 1).hex) }
      )
    }
  }
}
