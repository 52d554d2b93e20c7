internal import Devices
internal import HTTP
internal import Parking
internal import ParkingStore

/// A request of a camera.
struct DeviceRequest {
  let request: Request
  let arguments: [String: String]
  let store: ParkingStore

  /// The format that the URL names.
  func vendor() throws(Refused) -> DeviceVendor {
    guard let vendor = arguments["vendor"].flatMap(DeviceVendor.init(rawValue:)) else {
      throw Refused(.notFound)
    }
    return vendor
  }

  /// The camera that the URL's token names.
  func device() throws -> Device {
    guard let device = try arguments["token"].flatMap(store.device(token:)) else {
      throw Refused(.notAuthenticated, "设备令牌无效")
    }
    return device
  }
}
