/// Where a press happens and who presses.
public struct BoothVisit: Sendable {
  public let park: ParkSettings
  public let booth: BoothSettings
  public let caller: Caller

  public init(park: ParkSettings, booth: BoothSettings, caller: Caller) {
    self.park = park
    self.booth = booth
    self.caller = caller
  }
}
