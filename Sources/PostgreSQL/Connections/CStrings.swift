import Glibc

/// A list of C strings that ends with NULL, as libpq wants it.
final class CStrings {
  private let copies: [UnsafeMutablePointer<CChar>?]

  /// Valid as long as this object lives.
  var pointers: [UnsafePointer<CChar>?] {
    copies.map { $0.map { UnsafePointer($0) } } + [nil]
  }

  init(_ strings: [String]) {
    copies = strings.map { strdup($0) }
  }

  deinit {
    for copy in copies { free(copy) }
  }
}
