import Foundation

/// What a simulated camera says of itself, and how it writes.
struct CameraIdentity {
  let serialNumber: String
  /// The zone of its clock.
  let zone: TimeZone
  /// Whether its texts are in GBK.
  let isChinese: Bool

  /// GB18030, of which GBK is a part (`kCFStringEncodingGB_18030_2000`).
  private static let chinese = String.Encoding(rawValue: 0x8000_0632)

  /// A text in the camera's character set.
  func bytes(_ text: String) -> [UInt8] {
    isChinese ? text.data(using: Self.chinese).map(Array.init) ?? [] : Array(text.utf8)
  }

  /// A time on the camera's clock, by a pattern of Unicode TR 35.
  func clock(_ time: Date, _ pattern: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = zone
    formatter.dateFormat = pattern
    return formatter.string(from: time)
  }

  /// What a text from the server says, whichever of the two character sets it is in.
  static func text(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? String(bytes: bytes, encoding: chinese) ?? ""
  }
}
