import Foundation
import Parking

/// Texts in the character sets that devices send: UTF-8, or GB18030 where it is not that.
enum DeviceText {
  /// The text; bytes that are neither UTF-8 nor GB18030 become U+FFFD. U+0000 is dropped.
  static func decode(_ bytes: [UInt8]) -> String {
    let bytes = bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes
    return String(validating: bytes, as: UTF8.self)
      ?? String(bytes: bytes, encoding: chinese)
      ?? String(decoding: bytes, as: UTF8.self)
  }

  /// The text in GB18030, which displays of cameras take; what it lacks is left out.
  static func chinese(_ text: String) -> [UInt8] {
    Array(text.data(using: chinese, allowLossyConversion: true) ?? Data())
  }

  /// The bytes without a byte order mark, in UTF-8 where that says that they are UTF-16.
  static func unified(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    return String(bytes: bytes, encoding: .utf16).map { Array($0.utf8) } ?? bytes
  }

  /// A plate whose bytes are UTF-8 by chance: 鲁 and 豫 in GB18030 are two bytes of one character in
  /// UTF-8. So a text that is no valid plate, but would be one in GB18030, is taken as that.
  static func plate(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }), !Plate(reading: text).kind.isValid,
      let other = String(bytes: text.utf8, encoding: chinese), Plate(reading: other).kind.isValid
    else { return text }
    return other
  }

  /// How many bytes the character has whose first byte, 0x80 or more, is at `index`: that of UTF-8
  /// if it is one, else that of GB18030, whose second byte may look like ASCII; at least one.
  static func lengthOfWideCharacter(in bytes: [UInt8], at index: Int) -> Int {
    let length = [0xC2...0xDF, 0xE0...0xEF, 0xF0...0xF4].firstIndex { $0.contains(bytes[index]) }
    if let length, index + length + 1 < bytes.count,
      bytes[index + 1...index + length + 1].allSatisfy({ $0 & 0xC0 == 0x80 })
    {
      return length + 2
    }
    guard index + 1 < bytes.count, (0x81...0xFE).contains(bytes[index]),
      (0x40...0xFE).contains(bytes[index + 1])
    else { return 1 }
    return 2
  }

  /// GB18030, of which GBK and GB2312 are parts (`kCFStringEncodingGB_18030_2000`).
  private static let chinese = String.Encoding(rawValue: 0x8000_0632)
}
