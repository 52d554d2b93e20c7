/// What is kept of a heartbeat. Vzenith's carries the camera's password in clear: it is not read.
public struct Heartbeat: Equatable, Sendable {
  /// The device's serial number.
  public var serialNumber: String?
  /// The name that the installer gave it.
  public var deviceName: String?

  /// A heartbeat, with what the device said of itself.
  public init(serialNumber: String? = nil, deviceName: String? = nil) {
    self.serialNumber = serialNumber
    self.deviceName = deviceName
  }
}
