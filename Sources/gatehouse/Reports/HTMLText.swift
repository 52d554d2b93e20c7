/// Text in HTML and SVG.
enum HTMLText {
  /// The text with what has a meaning in markup written out.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
