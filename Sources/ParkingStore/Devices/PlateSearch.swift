internal import Foundation

/// Finds texts that look like Chinese plates in a device's body, whatever the fields are called.
enum PlateSearch {
  /// GB18030, of which GBK and GB2312 are parts (`kCFStringEncodingGB_18030_2000`).
  static let chinese = String.Encoding(rawValue: 0x8000_0632)

  /// The texts, each once, in the order in which they stand.
  static func plates(in body: [UInt8]) -> [String] {
    var found: [String] = []
    for text in readings(of: body) {
      for match in text.matches(of: pattern) where !found.contains(String(match.output)) {
        found.append(String(match.output))
      }
    }
    return found
  }

  /// The body as text, as it is and with escapes of forms and of JSON resolved.
  private static func readings(of body: [UInt8]) -> [String] {
    [body, unescaped(body)].compactMap { bytes in
      String(validating: bytes, as: UTF8.self) ?? String(bytes: bytes, encoding: chinese)
    }
  }

  private static func unescaped(_ body: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < body.count {
      let rest = body[index...]
      if rest.first == UInt8(ascii: "%"), let byte = number(rest.dropFirst().prefix(2)) {
        result.append(UInt8(truncatingIfNeeded: byte))
        index += 3
      } else if rest.starts(with: "\\u".utf8), let unit = number(rest.dropFirst(2).prefix(4)),
        rest.count >= 6, let scalar = Unicode.Scalar(UInt32(unit))
      {
        result += String(Character(scalar)).utf8
        index += 6
      } else {
        result.append(body[index])
        index += 1
      }
    }
    return result
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.count >= 2 ? Int(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }

  /// A province, a letter, and five or six letters or digits with what may follow them.
  private static var pattern: Regex<Substring> {
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-Za-z][·•.]?[A-Za-z0-9]{3,6}[挂学警港澳领使试超]?/
  }
}
