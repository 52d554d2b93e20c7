public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// The vehicle at an exit's barrier that no open stay matches exactly, and the closest open ones
  /// (rule 6); nil when there is none.
  ///
  /// - Parameters:
  ///   - typed: What the attendant makes of the plate, instead of what was read; nil for the read.
  ///   - count: The most candidates.
  public func unmatchedRead(
    at booth: BoothSettings, of park: ParkSettings, typed: Plate? = nil, count: Int
  ) throws -> UnmatchedRead? {
    try database.withConnection { connection in
      guard var columns = try connection.query(unmatched(booth, park)).first?.columns else {
        return nil
      }
      let (stayID, arrivalID) = (try columns.next(Int64.self), try columns.next(Int64.self))
      let (license, readAt) = (try columns.next(String.self), try columns.next(Instant.self))
      let picture = try columns.next([UInt8]?.self)
      let now = try columns.next(Instant.self)
      let raw = try columns.next(String?.self) ?? license
      let color = try columns.next(String?.self) ?? ""
      let confidence = try columns.next([Int16]?.self) ?? []
      let sighting =
        typed.map { PlateSighting($0) }
        ?? PlateSighting(Plate(reading: raw), confidence: confidence.map(Int.init), color: color)
      let candidates = try candidates(for: sighting, at: booth, of: park, count, connection)
      return UnmatchedRead(
        stayID: stayID, arrivalID: arrivalID, license: license, readAt: readAt, picture: picture,
        candidates: Array(sighting.ranked(candidates, at: now).prefix(count)))
    }
  }

  private func unmatched(_ booth: BoothSettings, _ park: ParkSettings) -> SQL {
    """
    select o.stay_id, a.arrival_id, a.license, a.first_read_at, a.picture, clock_timestamp(),
      c.plate_raw, c.plate_color, c.character_confidence
    from parking.booth b
    join parking.arrival a on a.arrival_id = b.current_arrival_id
    join parking.open_stay o on o.park_sn = b.park_sn and o.settle_arrival_id = a.arrival_id
    left join lateral (
      select plate_raw, plate_color, character_confidence from parking.capture
      where arrival_id = a.arrival_id order by capture_id desc limit 1) c on true
    where b.park_sn = \(park.parkSN) and b.booth_id = \(booth.boothID)
      and o.settle_booth_id = b.booth_id and o.settle_until > clock_timestamp()
      and o.enter_time is null
    """
  }

  /// The open stays that may be meant, in no order: the database leaves out what is too far off, so
  /// that a look among thousands costs little.
  private func candidates(
    for sighting: PlateSighting, at booth: BoothSettings, of park: ParkSettings, _ count: Int,
    _ connection: Connection
  ) throws -> [Candidate] {
    let condition: SQL =
      sighting.isPlateless
      ? "o.plate_kind = 'plateless' order by o.enter_time desc limit \(Int64(count))"
      : """
      o.plate_kind <> 'plateless'
        and parking.levenshtein_less_equal(o.plate, \(sighting.text), \(Int32(sighting.mostEdits)))
          <= \(Int32(sighting.mostEdits))
      """
    return try connection.query(
      """
      select o.stay_id, o.plate, o.license, o.plate_kind, coalesce((
          select c.plate_color from parking.capture c where c.arrival_id = o.enter_arrival_id
          order by c.capture_id limit 1), ''),
        o.category, o.enter_time, o.enter_picture
      from parking.open_stay o
      where o.park_sn = \(park.parkSN) and o.enter_time is not null
        and (o.settle_until is null or o.settle_until <= clock_timestamp()
          or o.settle_booth_id = \(booth.boothID)) and \(condition)
      """
    ).map { row in
      var columns = row.columns
      return Candidate(
        stayID: try columns.next(), plate: try columns.next(), license: try columns.next(),
        kind: try columns.next(), color: try columns.next(), category: try columns.next(),
        enterTime: try columns.next(), picture: try columns.next())
    }
  }
}
