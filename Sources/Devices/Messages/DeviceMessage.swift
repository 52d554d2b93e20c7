/// What a device's request says.
public enum DeviceMessage: Equatable, Sendable {
  /// A plate was read, or a vehicle without one was seen.
  case capture(Capture)
  /// The device is alive; its reply may carry an opening.
  case heartbeat(Heartbeat)
  /// Something else happened; the gate is not concerned.
  case notice(DeviceNotice)
}
