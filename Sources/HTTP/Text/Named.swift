/// What has a name that nothing beside it in a list has.
protocol Named {
  var name: String { get }
}

extension Array where Element: Named {
  /// The index of the element of that name, compared byte by byte. No element is copied on the way.
  func index(named name: String) -> Int? {
    indices.first { self[$0].name.hasSameBytes(as: name) }
  }
}
