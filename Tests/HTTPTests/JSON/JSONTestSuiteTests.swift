import HTTP
import Testing

/// Row 13 of what must hold: 188 of 188 refused, 93 of 95 read, the two with equal keys refused.
@Suite("JSONTestSuite")
struct JSONTestSuiteTests {
  private static let equalKeys: Set = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  @Test("All texts are there")
  func allTextsAreThere() {
    #expect(JSONTestSuite.accepted.count == 95)
    #expect(JSONTestSuite.refused.count == 188)
    #expect(JSONTestSuite.either.count == 35)
  }

  @Test("A text that is no JSON is refused", arguments: JSONTestSuite.refused)
  func refusesBadTexts(text: JSONTestSuite.Text) {
    #expect(throws: JSONError.self) { try JSON.parse(text.bytes, acceptsNUL: true) }
    #expect(throws: JSONError.self) {
      try JSON.parse(text.bytes, maximumDepth: 500, acceptsNUL: true)
    }
  }

  @Test(
    "A JSON text is read", arguments: JSONTestSuite.accepted.filter { !equalKeys.contains($0.name) }
  )
  func readsGoodTexts(text: JSONTestSuite.Text) throws {
    let value = try JSON.parse(text.bytes, acceptsNUL: true)
    var writer = JSONWriter()
    value.encode(to: &writer)
    #expect(try JSON.parse(writer.bytes, acceptsNUL: true) == value)
  }

  @Test(
    "An object with equal keys is refused",
    arguments: JSONTestSuite.accepted.filter { equalKeys.contains($0.name) })
  func refusesEqualKeys(text: JSONTestSuite.Text) {
    let error = #expect(throws: JSONError.self) { try JSON.parse(text.bytes) }
    #expect(error?.reason == .repeatedName("a"))
  }

  @Test("A text that may be read or not does no harm", arguments: JSONTestSuite.either)
  func survivesUndecidedTexts(text: JSONTestSuite.Text) {
    _ = try? JSON.parse(text.bytes, maximumDepth: 1000)
  }

  @Test("As a body, a bad text is refused", arguments: JSONTestSuite.refused)
  func refusesBadBodies(text: JSONTestSuite.Text) {
    let request = Request(method: .post, contentType: "application/json", body: text.bytes)
    #expect(throws: ParameterError.self) { try Parameters(request) }
  }

  @Test(
    "As a body, an object is read, and anything else is no object",
    arguments: JSONTestSuite.accepted.filter { !equalKeys.contains($0.name) })
  func readsObjectsAsBodies(text: JSONTestSuite.Text) throws {
    let request = Request(method: .post, contentType: "application/json", body: text.bytes)
    if try JSON.parse(text.bytes, acceptsNUL: true).members == nil {
      #expect(throws: ParameterError.self) { try Parameters(request) }
    } else if text.name.contains("escaped_null") {
      #expect(throws: ParameterError.nul(name: nil)) { try Parameters(request) }
    } else {
      #expect(throws: Never.self) { try Parameters(request) }
    }
  }
}
