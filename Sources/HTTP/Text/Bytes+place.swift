internal import Glibc

extension ArraySlice<UInt8> {
  /// The index of the first such byte, as `firstIndex(of:)` gives it; that one looks at each byte by
  /// itself, which a form of a megabyte feels.
  func place(of byte: UInt8) -> Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count)
      else { return nil }
      return startIndex + (UnsafeRawPointer(found) - start)
    }
  }
}
