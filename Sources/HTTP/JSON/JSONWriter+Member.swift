extension JSONWriter {
  /// Writes a member that is a string.
  public mutating func member(_ name: String, _ text: String) {
    self.name(name)
    string(text)
  }

  /// Writes a member that is a whole number.
  public mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }

  /// Writes a member that is `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  /// Writes a member that encodes itself.
  public mutating func member(_ name: String, _ value: some JSONEncodable) {
    self.name(name)
    value.encode(to: &self)
  }

  /// Writes a member whose one value `write` writes.
  public mutating func member<Failure: Error>(
    _ name: String, write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(name)
    try write(&self)
  }
}
