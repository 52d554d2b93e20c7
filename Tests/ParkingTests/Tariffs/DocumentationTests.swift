import Foundation
import Parking
import TariffTrials
import Testing

@Suite("The page that documents the language")
struct DocumentationTests {
  /// The YAML blocks of `docs/tariffs.md`.
  static let blocks: [String] = {
    let page = try? String(contentsOf: Fixtures.folder("docs/tariffs.md"), encoding: .utf8)
    return (page ?? "").components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }()

  @Test("prints tariffs that price their own examples", arguments: blocks)
  func examples(text: String) throws {
    let tariff = try Tariff(Document(yaml: text))
    let results = tariff.exampleResults(
      context: PricingContext(timeZone: Fixtures.shanghai, calendar: try Fixtures.calendar()))
    #expect(!results.isEmpty)
    for result in results {
      #expect(result.isAsExpected, "line \(result.example.line ?? 0): \(result.outcome)")
    }
  }

  @Test("has tariffs to try")
  func count() {
    #expect(Self.blocks.count >= 5)
  }
}
