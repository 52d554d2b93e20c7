/// Where a press happens and who presses.
public struct BoothVisit: Sendable {
  /// Its park.
  public let park: ParkSettings
  /// The lane that it watches.
  public let booth: BoothSettings
  /// Who presses.
  public let caller: Caller

  /// Made of its parts.
  public init(park: ParkSettings, booth: BoothSettings, caller: Caller) {
    self.park = park
    self.booth = booth
    self.caller = caller
  }
}
