extension String {
  /// The first so many Unicode scalars.
  func prefix(scalars limit: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(limit)))
  }
}
