import Parking

/// Why a command did not do its work, in words for the person who gave it.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Everything that is wrong with a file.
  init(_ file: String, _ errors: SiteFileErrors) {
    self.init(file, errors.problems.map(\.description))
  }

  /// Everything that is wrong with a file.
  init(_ file: String, _ problems: [String]) {
    let count = problems.count == 1 ? "an error" : "\(problems.count) errors"
    let list = problems.map { "\n  \($0)" }.joined()
    self.init("\(file) has \(count); nothing was changed:\(list)")
  }
}
