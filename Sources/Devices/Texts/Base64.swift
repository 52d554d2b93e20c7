import Foundation

/// Base64 as devices write it.
enum Base64 {
  /// The bytes of a text in the usual or the URL alphabet, or 华夏's, which pads with `.`.
  ///
  /// A `data:` prefix and white space are skipped, padding may be missing, and what a cut text
  /// leaves of its last group is dropped. Nil when any other character is in it.
  static func decode(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { decode($0) }
  }

  /// The usual alphabet, padded.
  static func encode(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
  }

  private static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var count = 0
    var padded = false
    for byte in text[contentStart(of: text)...] {
      let value = values[Int(byte)]
      if value < 64 {
        if padded { return nil }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
          count -= 8
          result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
      } else if value == padding {
        padded = true
      } else if value != space {
        return nil
      }
    }
    return result
  }

  /// After the comma of `data:…;base64,`, or the beginning.
  private static func contentStart(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let head = text.prefix(128)
    guard head.starts(with: "data:".utf8), let comma = head.firstIndex(of: UInt8(ascii: ","))
    else { return 0 }
    return comma + 1
  }

  private static let padding: UInt8 = 64
  private static let space: UInt8 = 65

  /// The value of each byte: six bits, or one of the marks above, or 255.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, byte) in alphabet.utf8.enumerated() { values[Int(byte)] = UInt8(value) }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    for byte in "=.".utf8 { values[Int(byte)] = padding }
    for byte in " \t\r\n".utf8 { values[Int(byte)] = space }
    return values
  }()
}
