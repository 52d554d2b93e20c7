import Foundation
import Parking
import TariffTrials
import Testing

@Suite("The dimensions of real tariffs")
struct DimensionTests {
  /// Small tariffs, each with worked stays of one or two dimensions.
  static let files: [String] = {
    let folder = Fixtures.folder("Tests/ParkingTests/Resources/dimensions")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).map(\.lastPathComponent).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test("come out to the fen", arguments: files)
  func examples(file: String) throws {
    let url = Fixtures.folder("Tests/ParkingTests/Resources/dimensions/\(file)")
    let tariff = try Tariff(Document(yaml: String(contentsOf: url, encoding: .utf8)))
    let context = PricingContext(timeZone: Fixtures.shanghai, calendar: try Fixtures.calendar())
    let results = tariff.exampleResults(context: context)
    #expect(!results.isEmpty)
    for result in results {
      #expect(result.isAsExpected, "\(file) line \(result.example.line ?? 0): \(result.outcome)")
    }
    #expect(try Tariff(json: tariff.json).json == tariff.json)
  }

  @Test("are all here")
  func count() {
    #expect(Self.files.count >= 20)
  }
}
