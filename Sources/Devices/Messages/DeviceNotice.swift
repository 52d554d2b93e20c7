/// An event of a device that is no read of a plate.
public enum DeviceNotice: Equatable, Sendable {
  /// An input changed, a ground loop or a barrier's limit switch: 0 to 3 are inputs 1 to 4, 4 is TCP.
  case input(source: Int, value: Int)
  /// Bytes from a serial port, a barrier or a display.
  case serial(channel: Int, bytes: [UInt8])
  /// What became of a barrier, as newer firmware says it; our own word for it is the event's name.
  case barrier(String)
  /// A picture that the camera was asked for.
  case snapshot(Picture?)
  /// A vehicle that stood under the camera drove on; its plate was reported before.
  case stayEnded(plateRaw: String?)
  /// An event of a type that we do not know, by the name that the device gives it.
  case other(String)

  /// A short name to count by.
  public var name: String {
    switch self {
    case .input: "input"
    case .serial: "serial"
    case .barrier: "barrier"
    case .snapshot: "snapshot"
    case .stayEnded: "stay_ended"
    case .other: "other"
    }
  }
}
