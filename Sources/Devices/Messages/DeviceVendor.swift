/// A format that devices speak; the raw value is the `{vendor}` of `/device/v1/{vendor}/{token}`.
public enum DeviceVendor: String, Sendable, CaseIterable {
  /// 臻识.
  case vzenith
  /// Our own format, for anything that can be programmed.
  case generic
}
