public import Parking

/// A line of a park's registry with who keeps it.
public struct RegistryLine: Sendable, Equatable {
  /// Its number.
  public let vehicleID: Int64
  /// Who keeps it.
  public let source: Source
  /// What the plate is, and from when to when.
  public let vehicle: RegisteredVehicle

  /// Who keeps a line.
  public enum Source: String, Sendable {
    case site, csv, console
  }
}
