internal import PostgreSQL

extension ParkingStore {
  /// Keeps pictures as files; those that cannot be written are left out.
  func keep(_ pictures: [PictureFile]) -> [PictureFile] {
    pictures.filter(self.pictures.keep)
  }

  /// Where a picture of a park is, below the pictures' directory, and its media type; nil if the
  /// park has no such picture. That it was looked at is written down.
  ///
  /// - Parameter caller: Who looks; nil for one whom the audit trail notes.
  public func picture(
    digest: [UInt8], of park: ParkSettings, for caller: Caller?
  ) throws -> (path: String, mediaType: String)? {
    guard digest.count == 32 else { return nil }
    return try database.withConnection { connection in
      let rows = try connection.query(
        """
        with found as (
          select media_type from parking.picture
          where park_sn = \(park.parkSN) and digest = \(digest)),
        noted as (
          insert into parking.access_log (park_sn, account_id, caller, kind, subject)
          select \(park.parkSN), \(caller?.accountID), \(caller?.kind ?? ""), 'picture',
            \(digest.hex)
          from found where \(caller != nil))
        select media_type from found
        """)
      guard let row = rows.first else { return nil }
      let mediaType: String = try row.decode(at: 0)
      let format = PictureFile.Format(rawValue: mediaType) ?? .jpeg
      let name = digest.hex
      return ("\(name.prefix(2))/\(name).\(format.fileExtension)", mediaType)
    }
  }

  /// Notes that a person of the office looked at a picture of a park.
  public func noteLook(at digest: [UInt8], of park: ParkSettings, by person: Person) throws {
    _ = try database.withConnection { connection in
      try connection.query(
        """
        insert into parking.audit (park_sn, at, account_id, caller, action, detail)
        values (\(park.parkSN), clock_timestamp(), \(person.accountID), 'session', 'picture',
          \(digest.hex))
        """)
    }
  }
}

extension PictureFile {
  /// Notes that the park has the picture.
  func insertion(_ parkSN: String) -> SQL {
    """
    insert into parking.picture (park_sn, digest, media_type, size)
    values (\(parkSN), \(digest), \(format.rawValue), \(Int32(clamping: bytes.count)))
    on conflict do nothing
    """
  }
}
