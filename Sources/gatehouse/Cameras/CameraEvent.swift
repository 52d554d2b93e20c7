import Foundation

/// One read of a simulated camera.
struct CameraEvent {
  /// Its running number.
  let number: Int
  /// A key that no other read has.
  let id: String
  /// Nil for a vehicle without a plate.
  let plate: String?
  /// When it was read, by the camera's clock.
  let time: Date
  /// 1 to 100.
  let confidence: Int
  let hasTurnedBack: Bool
  /// A JPEG or PNG file.
  let picture: [UInt8]?
  /// Stored while the network was away, and sent later.
  var isStored: Bool
}
