import ParkingStore

extension ParkingStore {
  /// The vehicle at an exit booth's barrier if its fee is open.
  func dueStay(at booth: BoothSettings, of park: ParkSettings) throws -> DueStay? {
    try due(at: booth, of: park)?.stay
  }
}
