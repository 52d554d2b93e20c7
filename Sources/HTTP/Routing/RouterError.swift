/// Why a list of routes is none.
public enum RouterError: Error, Equatable {
  /// A pattern that does not begin with `/`, has an empty segment, an unbalanced brace, or a name
  /// twice.
  case malformedPattern(String)
  /// There is a path that both patterns match.
  case clash(String, String)
}
