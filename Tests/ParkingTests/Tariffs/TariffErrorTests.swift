import Parking
import TariffTrials
import Testing

@Suite("A bad tariff")
struct TariffErrorTests {
  /// The problems of a YAML text, each as it is printed.
  private func problems(_ yaml: String) throws -> [String] {
    let document = try Document(yaml: yaml)
    do throws(TariffErrors) {
      _ = try Tariff(document)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("is told every error at once, each with its line")
  func everyError() throws {
    let found = try problems(
      """
      tariff: bad
      currency: yuan
      free: {for: 30, kind: grace}
      rates:
        - {for: 1 h, price: 5.00}
        - {each: 30 min, price: -200}
      caps:
        - {at_most: 4000}
      after_payments: {grace: 15 min}
      """)
    #expect(found.count == 7)
    #expect(
      found.map { $0.prefix(6) } == [
        "line 2", "line 3", "line 3", "line 5", "line 6", "line 8", "line 9",
      ])
    #expect(found[3].contains("write 500"))
    #expect(found[6].contains("unknown key"))
  }

  @Test("is told what to do", arguments: TariffErrorTests.cases)
  func message(yaml: String, words: String) throws {
    let found = try problems("tariff: t\ncurrency: CNY\n" + yaml)
    #expect(found.contains { $0.contains(words) }, "\(found)")
  }

  static let cases = [
    ("free: {for: 30 min}", "“rates” is missing"),
    ("rates: []", "at least one step"),
    ("rates: [{price: 100}, {each: 1 h, price: 100}]", "only the last step may have no end"),
    ("rates: [{until: 2 h, price: 1}, {until: 1 h, price: 1}]", "ends before it begins"),
    ("rates: [{until: 1 h, total: 500}, {until: 2 h, total: 400}]", "falls below"),
    ("rates: [{for: 1 h, until: 2 h, price: 1}]", "not both"),
    ("rates: [{each: 10 min, price: 1, round: {drop: 10 min}}]", "shorter than the unit"),
    ("rates: [{each: 1 h, price: 1, rounding: up}]", "unknown key"),
    ("rates: [{each: 1 h, price: \"100\"}]", "without quotes"),
    ("rates: [{each: 1 h, price: 99999999999}]", "not 99999999999"),
    ("rates: [{each: 0 min, price: 1}]", "expected a duration"),
    ("windows: [{hours: 08:00-20:00, rates: [{price: 1}]}]\ncount: window", "no window covers"),
    ("windows: [{rates: [{price: 1}]}]", "“count”"),
    ("windows: [{rates: [{price: 1}]}]\ncount: window\nshared_count: true", "share a count"),
    ("windows: [{hours: 25:00-26:00, rates: [{price: 1}]}]\ncount: window", "expected hours"),
    ("windows: [{days: funday, rates: [{price: 1}]}]\ncount: window", "expected mon"),
    ("windows: [{free_of_charge: true, rates: [{price: 1}]}]\ncount: window", "not both"),
    ("rates: [{price: 1}]\ncaps: [{at_most: [1, 2], per: stay}]", "rising cap"),
    (
      "rates: [{price: 1}]\ncaps: [{at_most: 1, per: stay, windows: night}]",
      "no window has this id"
    ),
    ("rates: [{price: 1}]\nfree: {for: 1 h, kind: deducted, limit: strict}", "only a threshold"),
    ("rates: [{price: 1}]\nconcessions: [{exempt: true}]", "“name” is missing"),
    ("rates: [{price: 1}]\nvariants: [{rates: [{price: 2}]}]", "“when” is missing"),
    ("rates: [{price: 1}]\nfee_percent: 7.1234", "three decimals"),
    ("rates: [{price: 1}]\nname: {zh: a, en: b, c}", "needs quotes"),
  ]

  @Test("in JSON keeps its lines, and a key given twice is an error")
  func json() throws {
    #expect(throws: TariffErrors.self) { try Tariff(json: #"{"tariff": "a", "tariff": "b"}"#) }
    let text = "{\"tariff\": \"t\",\n\"currency\": \"CNY\",\n\"rates\": [{\"price\": 2.5}]}"
    do throws(TariffErrors) {
      _ = try Tariff(json: text)
      Issue.record("a decimal was taken")
    } catch {
      #expect(error.problems.map(\.line) == [3])
      #expect(error.problems.map(\.path) == ["rates[0].price"])
    }
  }
}
