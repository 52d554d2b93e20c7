/// A window and whose it is.
public struct LeasedWindow: Hashable, Sendable {
  /// The plate's key; nil covers nobody yet.
  public let plate: String?
  /// When.
  public let window: LeaseWindow

  /// A window of a plate.
  public init(plate: String?, window: LeaseWindow) {
    self.plate = plate
    self.window = window
  }
}
