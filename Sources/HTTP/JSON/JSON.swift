/// A JSON value as it was written: numbers keep their digits, objects their order.
public enum JSON: Sendable, Equatable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A number's literal, for instance `1e2`: no floating point comes near an amount.
  case number(String)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Members in order, no two with the same name.
  case object([Member])

  /// A named value of an object.
  public struct Member: Sendable, Equatable, Named {
    /// The name, unescaped.
    public var name: String
    /// The value.
    public var value: JSON

    /// A member.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }
}
