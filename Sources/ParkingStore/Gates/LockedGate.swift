internal import Parking
internal import PostgreSQL

/// A booth whose lock this transaction holds, together with that of one vehicle: everything that
/// happens at a booth, and everything that happens to a vehicle, has an order.
struct LockedGate {
  let parkSN: String
  let boothID: String
  let direction: BoothSettings.Direction
  let rules: ParkRules

  /// Locks a booth and the vehicle that `subject` names, and asks what `reading` says in the same
  /// round trip: the database runs it when the locks are held.
  ///
  /// The booth comes first everywhere, so two transactions never wait for each other.
  /// - Returns: The gate, and the rows of each statement of `reading`.
  static func lock(
    _ booth: BoothSettings, of park: ParkSettings, subject: Subject,
    reading: (LockedGate) -> [SQL] = { _ in [] }, _ connection: Connection
  ) throws -> (LockedGate, [Rows]) {
    let gate = LockedGate(
      parkSN: park.parkSN, boothID: booth.boothID, direction: booth.direction, rules: park.rules)
    let results = try connection.queryAll(
      [
        """
        select pg_advisory_xact_lock(hashtextextended(
          \(park.parkSN) || ' ' || \(subject.key(park)), 0))
        from (select from parking.booth
          where park_sn = \(park.parkSN) and booth_id = \(booth.boothID)
          for no key update) b
        """
      ] + reading(gate))
    _ = try results[0].one()
    return (gate, Array(results.dropFirst()))
  }

  /// Locks one more vehicle, of which the booth's lock showed that it stands here.
  func lockVehicle(_ key: String, _ connection: Connection) throws {
    _ = try connection.query(
      "select pg_advisory_xact_lock(hashtextextended(\(parkSN) || ' ' || \(key), 0))")
  }

  /// The stay without an entry that the newest arrival at this exit made, its vehicle locked; nil
  /// when it made none.
  func unmatched(_ current: Arrival?, _ connection: Connection) throws -> OpenStay? {
    guard let current, current.state == .settling, current.enterTime == nil,
      let stayID = current.stayID
    else { return nil }
    _ = try connection.query(
      """
      select pg_advisory_xact_lock(hashtextextended(\(parkSN) || ' ' || plate, 0))
      from parking.open_stay where stay_id = \(stayID) and park_sn = \(parkSN)
      """)
    var columns = try connection.query(
      """
      select \(OpenStay.columns) from (select 1) one left join parking.open_stay o
        on o.stay_id = \(stayID) and o.park_sn = \(parkSN) and o.enter_time is null
          and o.settle_arrival_id = \(current.arrivalID)
      """
    ).one().columns
    return try OpenStay.optional(&columns)
  }

  /// Locks the park's places too. Last in the order: who holds this waits for nobody.
  func lockPlaces(_ connection: Connection) throws {
    _ = try connection.query(
      "select pg_advisory_xact_lock(hashtextextended(\(parkSN) || ' places', 0))")
  }

  /// What is locked besides the booth, and asked about.
  enum Subject {
    /// The vehicle with this key; nil is a plateless one, which is nobody else's.
    case plate(String?)
    /// The vehicle of an open stay.
    case stay(Int64)

    fileprivate func key(_ park: ParkSettings) -> SQL {
      switch self {
      case .plate(let plate):
        return "\(plate ?? "")"
      case .stay(let stayID):
        return """
          coalesce((select plate from parking.open_stay
            where stay_id = \(stayID) and park_sn = \(park.parkSN)), \("#\(stayID)"))
          """
      }
    }
  }
}
