/// What an import of vehicles did, or would do.
public struct VehicleImport: Hashable, Sendable {
  /// Vehicles that were not there.
  public internal(set) var added = 0
  /// Vehicles whose end or note is another now.
  public internal(set) var changed = 0
  /// Vehicles that had been retired and are back.
  public internal(set) var revived = 0
  /// Vehicles that came by CSV once and are not in the file.
  public internal(set) var retired = 0
  /// Vehicles that were there already.
  public internal(set) var unchanged = 0

  /// `3 added, 1 changed, 20 unchanged`
  public var description: String {
    let counts = [
      (added, "added"), (changed, "changed"), (revived, "revived"), (retired, "retired"),
      (unchanged, "unchanged"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? "nothing to do" : words.joined(separator: ", ")
  }
}
