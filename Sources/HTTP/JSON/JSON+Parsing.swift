extension JSON {
  /// Reads one JSON text, strictly by RFC 8259: UTF-8 without a byte order mark, nothing before or
  /// after it but white space. Takes time in proportion to the bytes.
  ///
  /// Beyond the RFC's grammar it refuses what two readers would understand differently: two equal
  /// names in an object, half surrogate pairs, and U+0000 unless `acceptsNUL`, each with a reason of
  /// its own.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - maximumDepth: The most arrays and objects that may be open at once.
  ///   - maximumValues: The most values, those inside others included. A value takes far more
  ///     memory than its shortest text.
  ///   - acceptsNUL: Whether strings may hold `\u0000`. What comes out must not go to PostgreSQL.
  public static func parse(
    _ bytes: [UInt8], maximumDepth: Int = 64, maximumValues: Int = 100_000, acceptsNUL: Bool = false
  ) throws(JSONError) -> JSON {
    var parser = JSONParser(
      bytes, maximumDepth: maximumDepth, maximumValues: maximumValues, acceptsNUL: acceptsNUL)
    return try parser.parseText()
  }
}
