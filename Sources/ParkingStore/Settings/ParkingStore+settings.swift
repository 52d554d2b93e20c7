internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// A park's settings, at most a second old; nil if there is no such park.
  public func park(_ parkSN: String) throws -> ParkSettings? {
    if let settings = settings.fresh(parkSN) { return settings }
    return try reloadedPark(parkSN)
  }

  /// A park's settings as they are now.
  func reloadedPark(_ parkSN: String) throws -> ParkSettings? {
    try database.withConnection { connection in
      try settings.read(parkSN, connection)
    }
  }

  /// A booth of a park; `Refusal` if it has none with that id, or one of the other direction.
  public func booth(
    _ boothID: String, of park: ParkSettings, direction: BoothSettings.Direction? = nil
  ) throws -> BoothSettings {
    var found = park.booth(boothID)
    if found == nil { found = try reloadedPark(park.parkSN)?.booth(boothID) }
    guard let found else { throw Refusal.unknownBooth }
    guard direction == nil || found.direction == direction else { throw Refusal.wrongDirection }
    return found
  }
}
