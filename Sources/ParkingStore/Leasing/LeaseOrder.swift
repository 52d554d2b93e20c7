public import Parking

/// Windows for one plate at one park (`SynLeaseOrder`).
public struct LeaseOrder: Sendable {
  /// The plate's key; nil keeps windows that cover nobody yet.
  public let plate: String?
  /// In order, each once.
  public let windows: [LeaseWindow]

  /// An order of windows, of which repeated ones are one.
  public init(plate: String?, windows: [LeaseWindow]) {
    self.plate = plate
    self.windows = windows.sorted().reduce(into: []) { kept, window in
      if kept.last != window { kept.append(window) }
    }
  }
}
