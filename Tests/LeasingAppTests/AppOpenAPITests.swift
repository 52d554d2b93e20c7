import Foundation
import HTTP
import Testing
import Yams

@testable import LeasingApp

@Suite("The leasing app's openapi.yaml says what it does")
struct AppOpenAPITests {
  private let document: Node

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/LeasingApp/openapi.yaml")
    document = try #require(try Yams.compose(yaml: String(contentsOf: file, encoding: .utf8)))
  }

  @Test("Its paths are the routes, with the methods that they take")
  func paths() throws {
    let paths = try #require(document["paths"]?.mapping)
    #expect(Set(paths.keys.compactMap(\.string)) == Set(AppRoutes.all.map(\.pattern)))
    for route in AppRoutes.all {
      let item = try #require(document["paths"]?[route.pattern])
      var isPress = false
      if case .press = route.handler { isPress = true }
      #expect(item["post"] != nil && (item["get"] == nil) == isPress, "\(route.pattern)")
    }
  }

  @Test("Every code stands in its table, with its HTTP status and its message, and in its enum")
  func codes() throws {
    let codes = try #require(document["components"]?["schemas"]?["ResultCode"])
    let values = Set(try #require(codes["enum"]?.sequence).compactMap(\.int))
    let known = Set(AppCode.allCases.map(\.rawValue))
    // The rest are those that nginx gives by itself.
    #expect(
      values.isSuperset(of: known)
        && values.subtracting(known).allSatisfy { (400..<500).contains($0) })
    let lines = try #require(codes["description"]?.string).split(separator: "\n")
    for code in AppCode.allCases {
      let row = "| \(code.rawValue) | \(code.status) | \(code.message) | "
      #expect(lines.count { $0.hasPrefix(row) } == 1, "\(row)")
    }
  }
}
