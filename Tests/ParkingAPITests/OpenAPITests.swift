import Foundation
import HTTP
import Testing
import Yams

@testable import ParkingAPI

@Suite("openapi.yaml says what the program does")
struct OpenAPITests {
  private let document: Node

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/ParkingAPI/openapi.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    document = try #require(try Yams.compose(yaml: text))
  }

  @Test("Its paths are the routes")
  func describesEveryRoute() throws {
    let paths = try #require(document["paths"]?.mapping)
    #expect(Set(paths.keys.compactMap(\.string)) == Set(Routes.all.map(\.pattern)))
  }

  @Test("Every path has GET and POST")
  func describesBothMethods() throws {
    for (path, item) in try #require(document["paths"]?.mapping) {
      #expect(item["get"] != nil && item["post"] != nil, "\(path.string ?? "")")
    }
  }

  @Test("Every code stands in its table, with its HTTP status and its message")
  func describesEveryCode() throws {
    let rows = try tableOfCodes()
    #expect(rows.count == ResultCode.allCases.count)
    for code in ResultCode.allCases {
      let row = try #require(rows[code.rawValue], "\(code)")
      #expect(row.status == code.status, "\(code)")
      #expect(row.message == code.message, "\(code)")
    }
  }

  @Test("The codes that a schema admits are those of its tables")
  func admitsEveryCode() throws {
    let values = try #require(codes["enum"]?.sequence).compactMap(\.int)
    let known = Set(ResultCode.allCases.map(\.rawValue))
    #expect(Set(values).isSuperset(of: known))
    // The rest are those that nginx gives by itself.
    #expect(Set(values).subtracting(known).allSatisfy { (400...499).contains($0) })
  }

  private var codes: Node {
    get throws { try #require(document["components"]?["schemas"]?["ResultCode"]) }
  }

  /// The lines `| code | HTTP | message | meaning |` of the description.
  private func tableOfCodes() throws -> [Int: (status: Int, message: String)] {
    let description = try #require(try codes["description"]?.string)
    var rows: [Int: (status: Int, message: String)] = [:]
    for line in description.split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, let code = Int(cells[1]), let status = Int(cells[2]) else {
        continue
      }
      #expect(rows.updateValue((status, cells[3]), forKey: code) == nil, "\(code) stands twice")
      #expect(!cells[4].isEmpty, "\(code) has no meaning")
    }
    return rows
  }
}
