extension LooseJSON {
  /// Reads a string whose opening quote is at the position, to its closing quote or the end.
  mutating func string() -> String {
    index += 1
    var text: [UInt8] = []
    while true {
      let start = index
      while let byte = current, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"),
        byte != 0
      { index += 1 }
      text += bytes[start..<index]
      switch current {
      case nil: return DeviceText.decode(text)
      case UInt8(ascii: "\""):
        index += 1
        return DeviceText.decode(text)
      case UInt8(ascii: "\\"): escape(into: &text)
      case 0: index += 1
      default: wide(into: &text)
      }
    }
  }

  /// Takes one character of several bytes. The second byte of one in GB18030 may be a backslash.
  private mutating func wide(into text: inout [UInt8]) {
    let length = DeviceText.lengthOfWideCharacter(in: bytes, at: index)
    text += bytes[index..<index + length]
    index += length
  }

  private mutating func escape(into text: inout [UInt8]) {
    index += 1
    guard let byte = current else { return }
    index += 1
    switch byte {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(scalar() ?? "\u{FFFD}").utf8
    default: text.append(byte)
    }
  }

  /// Reads the digits of `\u` and of the second half of a pair; nil for U+0000 and for half a pair.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = codeUnit(), first != 0 else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard bytes[index...].starts(with: "\\u".utf8) else { return nil }
    let back = index
    index += 2
    guard let second = codeUnit(), (0xDC00..<0xE000).contains(second) else {
      index = back
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4,
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    index += 4
    return unit
  }
}
