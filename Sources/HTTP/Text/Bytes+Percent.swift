extension Sequence where Element == UInt8 {
  /// The bytes with `%XX` decoded, and `+` read as a space where forms are encoded.
  ///
  /// nil if a percent sign is not followed by two hexadecimal digits: what was meant is unknown, and
  /// guessing would store a plate that nobody sent.
  func percentDecoded(plusIsSpace: Bool) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(underestimatedCount)
    var bytes = makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = bytes.next()?.hexadecimalDigit, let low = bytes.next()?.hexadecimalDigit
        else { return nil }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace:
        decoded.append(UInt8(ascii: " "))
      default:
        decoded.append(byte)
      }
    }
    return decoded
  }
}

extension UInt8 {
  /// The value of this ASCII hexadecimal digit; nil for any other byte.
  var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
