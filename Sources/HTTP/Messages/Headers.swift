/// A request's headers by lower-case name. They are few, so a list finds one faster than a table.
public struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  private struct Header: Sendable, Equatable {
    let name: String
    var value: String
  }

  private var list: [Header] = []

  /// Headers of a literal, for tests. A name that comes twice counts as it came last.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// Whether there is none.
  public var isEmpty: Bool { list.isEmpty }

  /// The value of the header with that lower-case name; nil if there is none.
  public subscript(name: String) -> String? {
    get { list.first { $0.name == name }?.value }
    set {
      let index = list.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): list[index].value = value
      case (let index?, nil): list.remove(at: index)
      case (nil, let value?): list.append(Header(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}
