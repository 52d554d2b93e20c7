/// The names seen so far, by their bytes. Insertion is constant time, and free of a hash table as
/// long as the names are few, as they nearly always are.
struct NameSet {
  private static let mostInList = 12

  private var list: [String] = []
  private var table: Set<ExactName> = []

  /// Adds a name; false if it was there.
  mutating func insert(_ name: String) -> Bool {
    guard table.isEmpty else { return table.insert(ExactName(name)).inserted }
    if list.contains(where: { $0.hasSameBytes(as: name) }) { return false }
    if list.isEmpty { list.reserveCapacity(4) }
    list.append(name)
    if list.count > Self.mostInList {
      table = Set(list.map(ExactName.init))
      list = []
    }
    return true
  }
}
