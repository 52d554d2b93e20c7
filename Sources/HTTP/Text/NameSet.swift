/// The names seen so far, by their bytes. Insertion is constant time.
struct NameSet {
  private static let mostInList = 12

  private var table: Set<ExactName> = []

  /// Adds a name; false if it was there.
  mutating func insert(_ name: String) -> Bool {
    table.insert(ExactName(name)).inserted
  }

  /// Adds the name of what comes next into a list; false if it was there. Free of a hash table as
  /// long as the names are few, as they nearly always are.
  ///
  /// - Parameter list: what all the names so far belong to.
  mutating func insert(_ name: String, to list: [some Named]) -> Bool {
    guard table.isEmpty else { return insert(name) }
    if list.index(named: name) != nil { return false }
    if list.count == Self.mostInList {
      table = Set(list.map { ExactName($0.name) } + [ExactName(name)])
    }
    return true
  }
}
