import Foundation
import Testing

/// The texts of nst/JSONTestSuite; see the README beside them.
enum JSONTestSuite {
  static let accepted = texts(prefix: "y_")
  static let refused =
    texts(prefix: "n_") + [
      Text(name: "n_structure_100000_opening_arrays", bytes: repeated("[", 100_000)),
      Text(name: "n_structure_open_array_object", bytes: repeated("[{\"\":", 50_000) + [0x0A]),
    ]
  static let either = texts(prefix: "i_")

  struct Text: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }
  }

  private static func texts(prefix: String) -> [Text] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Resources/JSONTestSuite")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasPrefix(prefix) }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map {
        Text(name: name, bytes: [UInt8]($0))
      }
    }
  }

  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }
}
