import Foundation
import Testing

/// The programs of docs/partners.md, run against the published vectors.
@Suite("The programs that partners are given")
struct DocumentationTests {
  private static let signatures = """
    1D3F3F61FC9A0887591D35C43CADA5458A0EFB1A3778875954ECE7664CFE40AF
    04331DD211395E2E24B1EBA7EC4A6638
    093258c2723e171011fb49b2c678152f9fb495b796f3b5a794d9904913d8ea5a

    """

  @Test(
    "print the published signatures, in both languages of the document",
    arguments: ["docs/partners.md", "docs/partners.zh-CN.md"],
    [("python", "sign.py", "python3"), ("php", "sign.php", "php"), ("java", "Sign.java", "java")])
  func run(document: String, program: (language: String, file: String, interpreter: String)) throws
  {
    let code = try #require(try Self.block(program.language, of: document))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: program.file)
    try code.write(to: file, atomically: true, encoding: .utf8)
    #expect(try Self.output(of: program.interpreter, file.path) == Self.signatures)
  }

  @Test("are the same in both languages of the document")
  func same() throws {
    for language in ["python", "php", "java"] {
      #expect(
        try Self.block(language, of: "docs/partners.md")
          == Self.block(language, of: "docs/partners.zh-CN.md"))
    }
  }

  /// The one block of code in that language.
  private static func block(_ language: String, of document: String) throws -> String? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    let parts = text.components(separatedBy: "```\(language)\n")
    guard parts.count == 2 else { return nil }
    return parts[1].components(separatedBy: "```").first
  }

  private static func output(of interpreter: String, _ file: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // Source files of Java are read in the locale's encoding before Java 18.
    let options = interpreter == "java" ? ["-Dfile.encoding=UTF-8"] : []
    process.arguments = [interpreter] + options + [file]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
