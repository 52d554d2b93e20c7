/// The number that ASCII digits write; nil if there is none or another character.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for digit in digits {
    guard (0x30...0x39).contains(digit) else { return nil }
    value = value * 10 + Int(digit - 0x30)
  }
  return value
}

/// What `body` makes of a text's bytes. They lie in one piece already in any text but a bridged one, so
/// nothing is copied: partners send thousands of dates and times in a request.
func withBytes<Value>(
  of text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Value
) -> Value {
  text.utf8.withContiguousStorageIfAvailable(body)
    ?? Array(text.utf8).withUnsafeBufferPointer(body)
}

/// A number that is not negative, with leading zeros up to `width` digits; a longer one as it is.
func padded(_ number: Int, to width: Int) -> String {
  let text = String(number)
  guard text.utf8.count < width else { return text }
  return String(unsafeUninitializedCapacity: width) { bytes in
    write(number, digits: width, to: bytes, at: 0)
    return width
  }
}

/// Writes the last digits of a number at a place, leading zeros included, without its sign. Far
/// cheaper than joining texts, and every line of a booth's list has two times.
func write(_ number: Int, digits: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
  var rest = number.magnitude
  for index in (start..<start + digits).reversed() {
    bytes[index] = 0x30 + UInt8(rest % 10)
    rest /= 10
  }
}
