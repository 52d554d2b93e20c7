import Glibc

extension String {
  /// Whether U+0000 is in it, where C would end the text.
  var holdsNUL: Bool {
    utf8.withContiguousStorageIfAvailable { $0.holdsNUL } ?? utf8.contains(0)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a zero is among the bytes.
  var holdsNUL: Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, 0, count) != nil
  }
}
