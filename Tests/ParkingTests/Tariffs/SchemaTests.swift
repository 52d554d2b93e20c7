import Foundation
import Parking
import TariffTrials
import Testing

@Suite("The JSON Schema of tariffs")
struct SchemaTests {
  /// A tariff with an unknown key at one place, and where the schema describes that place.
  struct Place: Sendable {
    let yaml: String
    let definitions: [String]
  }

  static let places = [
    Place(yaml: "?", definitions: ["", "plan"]),
    Place(yaml: "rates: [{price: 1, ?}]", definitions: ["rates.items"]),
    Place(yaml: "free: {for: 1 h, ?}", definitions: ["freePeriod"]),
    Place(yaml: "free: {for: 1 h, times: {at_most: 1, per: day, ?}}", definitions: ["times"]),
    Place(yaml: "free: {for: 1 h, when: {?}}", definitions: ["condition"]),
    Place(yaml: "free: {for: 1 h, when: {left: {?}}}", definitions: ["moment.oneOf.1"]),
    Place(yaml: "caps: [{at_most: 1, per: stay, ?}]", definitions: ["caps.items"]),
    Place(yaml: "windows: [{rates: [{price: 1}], ?}]", definitions: ["windowKeys"]),
    Place(
      yaml: "surcharges: [{name: a, rates: [{price: 1}], ?}]",
      definitions: ["windowKeys", "plan.properties.surcharges.items"]),
    Place(
      yaml: "variants: [{when: {}, ?}]", definitions: ["/properties.variants.items", "plan"]),
    Place(
      yaml: "concessions: [{name: a, ?}]", definitions: ["/properties.concessions.items", "plan"]),
    Place(yaml: "examples: [{?}]", definitions: ["example"]),
    Place(yaml: "examples: [{earlier: [{?}]}]", definitions: ["example.properties.earlier.items"]),
    Place(yaml: "after_payment: {?}", definitions: ["/properties.after_payment"]),
    Place(yaml: "reentry: {?}", definitions: ["/properties.reentry"]),
    Place(yaml: "coupons: {?}", definitions: ["/properties.coupons"]),
    Place(yaml: "round_stay: {?}", definitions: ["plan.properties.round_stay"]),
    Place(yaml: "round_total: {?}", definitions: ["plan.properties.round_total"]),
    Place(yaml: "round: {?}", definitions: ["rounding.oneOf.1"]),
    Place(yaml: "name: {?}", definitions: ["label.oneOf.1"]),
  ]

  @Test("knows exactly the keys that the decoder knows", arguments: places)
  func keys(place: Place) throws {
    let text = place.yaml.replacing("?", with: "zzz: 1")
    let known = try known("tariff: t\ncurrency: CNY\n" + text)
    let schema = try place.definitions.reduce(into: Set<String>()) {
      $0.formUnion(try properties($1))
    }
    #expect(known == schema)
  }

  /// The keys that the decoder offers in place of `zzz`.
  private func known(_ yaml: String) throws -> Set<String> {
    let document = try Document(yaml: yaml)
    do throws(TariffErrors) {
      _ = try Tariff(document)
      return []
    } catch {
      let message = error.problems.map(\.message).first { $0.hasPrefix("unknown key") }
      let list = message?.split(separator: "known here: ").last?.split(separator: ";").first
      return Set((list ?? "").split(separator: ", ").map(String.init))
    }
  }

  /// The names of `properties` at a path of `$defs`, or of the root after a slash.
  private func properties(_ path: String) throws -> Set<String> {
    let file = Fixtures.folder("docs/tariff.schema.json")
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    var place: Any? = path.isEmpty || path.hasPrefix("/") ? root : root?["$defs"]
    for key in path.split(whereSeparator: { $0 == "." || $0 == "/" }) {
      if let index = Int(key) {
        place = (place as? [Any])?[index]
      } else {
        place = (place as? [String: Any])?[String(key)]
      }
    }
    let properties = (place as? [String: Any])?["properties"] as? [String: Any]
    return Set(try #require(properties).keys)
  }
}
