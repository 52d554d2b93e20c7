internal import Parking
internal import PostgreSQL

/// A booth whose lock this transaction holds, together with that of one vehicle: everything that
/// happens at a booth, and everything that happens to a vehicle, has an order.
struct LockedGate {
  let parkSN: String
  let boothID: String
  let rules: ParkRules
  let lockedAt: Instant
  let currentArrivalID: Int64?

  /// Locks a booth and the vehicle that `subject` names.
  ///
  /// The booth comes first everywhere, so two transactions never wait for each other.
  init(
    _ booth: BoothSettings, of park: ParkSettings, subject: Subject, _ connection: Connection
  ) throws {
    let rows = try connection.query(
      """
      select clock_timestamp(), b.current_arrival_id,
        pg_advisory_xact_lock(hashtextextended(\(park.parkSN) || ' ' || \(subject.key(park)), 0))
      from (select current_arrival_id from parking.booth
        where park_sn = \(park.parkSN) and booth_id = \(booth.boothID)
        for no key update) b
      """)
    var columns = try rows.one().columns
    parkSN = park.parkSN
    boothID = booth.boothID
    rules = park.rules
    lockedAt = try columns.next()
    currentArrivalID = try columns.next()
  }

  /// Locks the park's places too. Last in the order: who holds this waits for nobody.
  func lockPlaces(_ connection: Connection) throws {
    _ = try connection.query(
      "select pg_advisory_xact_lock(hashtextextended(\(parkSN) || ' places', 0))")
  }

  /// What is locked besides the booth.
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
