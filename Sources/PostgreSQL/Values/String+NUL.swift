import Glibc

extension String {
  /// Whether U+0000 is in it, where C would end the text.
  var holdsNUL: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, 0, bytes.count) != nil
    } ?? utf8.contains(0)
  }
}
