/// Members whose names are the program's own: plain letters, with nothing to escape.
extension JSONWriter {
  /// Writes a member that is a string.
  public mutating func member(_ name: StaticString, _ text: String) {
    self.name(plain: name)
    string(text)
  }

  /// Writes a member that is a whole number.
  public mutating func member(_ name: StaticString, _ value: Int) {
    self.name(plain: name)
    integer(value)
  }

  /// Writes a member that is `true` or `false`.
  public mutating func member(_ name: StaticString, _ value: Bool) {
    self.name(plain: name)
    bool(value)
  }

  /// Writes a member that encodes itself.
  public mutating func member(_ name: StaticString, _ value: some JSONEncodable) {
    self.name(plain: name)
    value.encode(to: &self)
  }

  /// Writes a member whose one value `write` writes.
  public mutating func member<Failure: Error>(
    _ name: StaticString, write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(plain: name)
    try write(&self)
  }
}
