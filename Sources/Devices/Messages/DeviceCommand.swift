/// An opening that was decided elsewhere and waits for the device's next request.
public struct DeviceCommand: Equatable, Sendable {
  /// Its id, which a device that reports back names.
  public var commandID: String
  /// What the display shows and the loudspeaker says; may be empty.
  public var display: String

  /// A command to open.
  public init(commandID: String, display: String = "") {
    self.commandID = commandID
    self.display = display
  }
}
