/// A format that devices speak; the raw value is the `{vendor}` of `/device/v1/{vendor}/{token}`.
public enum DeviceVendor: String, Sendable, CaseIterable {
  /// 臻识.
  case vzenith
  /// 华夏智信.
  case huaxia
  /// Hikvision, by ISAPI events.
  case hikvision
  /// Dahua, by ITSAPI.
  case dahua
  /// Our own format, for anything that can be programmed.
  case generic
}
