import Parking
import TariffTrials
import Testing

@Suite("A bad site file")
struct SiteFileErrorTests {
  /// A file and the beginnings of all its errors.
  struct BadFile: CustomTestStringConvertible, Sendable {
    let name: String
    let yaml: String
    let errors: [String]

    var testDescription: String { name }
  }

  static let files: [BadFile] = [
    BadFile(
      name: "without operators", yaml: "sites: []",
      errors: [
        "line 1: “operators” is missing", "line 1: sites: unknown key; known here: operators",
      ]),
    BadFile(
      name: "with a text where a list belongs", yaml: "operators: demo",
      errors: ["line 1: operators: expected a list of operators"]),
    BadFile(
      name: "with missing and unknown keys at every level",
      yaml: """
        operators:
          - id: a
            nmae: A
            parks:
              - id: P1
                name: One
                place: 5
                booths:
                  - {id: b1, name: In, direction: in}
                  - {name: In, direction: enter, devices: [{id: d1}]}
            accounts:
              - {login: x, name: X, role: boss}
        """,
      errors: [
        "line 2: operators[0]: “name” is missing",
        "line 3: operators[0].nmae: unknown key",
        "line 5: operators[0].parks[0]: “places” is missing",
        "line 7: operators[0].parks[0].place: unknown key",
        "line 9: operators[0].parks[0].booths[0].direction: expected one of: enter, exit",
        "line 10: operators[0].parks[0].booths[1]: “id” is missing",
        "line 10: operators[0].parks[0].booths[1].devices[0]: “token” is missing",
        "line 12: operators[0].accounts[0].role: expected one of: attendant, supervisor, operator",
        "line 12: operators[0].accounts[0]: “password” is missing",
      ]),
    BadFile(
      name: "with the same names twice",
      yaml: """
        operators:
          - id: a
            name: A
            parks:
              - id: P1
                name: One
                places: 1
                hosts: [a.example, A.example]
                booths:
                  - id: b1
                    name: In
                    direction: enter
                    devices: [{id: d1, token: token-number-1}, {id: d1, token: token-number-2}]
                  - id: b1
                    name: Out
                    direction: exit
                    devices: [{id: d2, token: token-number-1}]
              - id: P1
                name: Two
                places: 1
                hosts: [a.example]
            accounts:
              - {login: x, name: X, role: operator, password: long enough}
              - {login: x, name: Y, role: operator, password: long enough}
        """,
      errors: [
        "line 8: operators[0].parks[0].hosts[1]: host “a.example” stands here a second time (line 8)",
        "line 13: operators[0].parks[0].booths[0].devices[1].id: device “d1” stands here a second",
        "line 14: operators[0].parks[0].booths[1].id: booth “b1” stands here a second time (line 10)",
        "line 17: operators[0].parks[0].booths[1].devices[0].token: another device's token (line 13)",
        "line 18: operators[0].parks[1].id: park “P1” stands here a second time (line 5)",
        "line 21: operators[0].parks[1].hosts[0]: host “a.example” stands here a second time",
        "line 24: operators[0].accounts[1].login: login “x” stands here a second time (line 23)",
      ]),
    BadFile(
      name: "with values that do not exist",
      yaml: """
        operators:
          - id: -a
            name: ""
            parks:
              - id: P1
                name: One
                places: 50 places
                time_zone: Asia/Suzhou
                temporary_entry: closed
                lease_lead_minutes: 1441
                longitude: east
                latitude: "91"
                hosts: ["http://a.example", "a.example:8080", "[::1"]
                trusted_networks: [10.1.0.5, 10.1.0.5/24, 10.1.0.0/33, "fe80::1/64", lan]
        """,
      errors: [
        "line 2: operators[0].id: expected 1 to 64 letters",
        "line 3: operators[0].name: expected a text",
        "line 7: operators[0].parks[0].places: expected a whole number from 0 to 1000000",
        "line 8: operators[0].parks[0].time_zone: “Asia/Suzhou” is no time zone",
        "line 9: operators[0].parks[0].temporary_entry: expected one of: open, wait",
        "line 10: operators[0].parks[0].lease_lead_minutes: expected minutes from 0 to 1440",
        "line 11: operators[0].parks[0].longitude: expected degrees from -180 to 180",
        "line 12: operators[0].parks[0].latitude: expected degrees from -90 to 90",
        "line 13: operators[0].parks[0].hosts[0]: expected a host name",
        "line 13: operators[0].parks[0].hosts[1]: expected a host name",
        "line 13: operators[0].parks[0].hosts[2]: expected a host name",
        "line 14: operators[0].parks[0].trusted_networks[0]: an address needs its length; for this one alone write 10.1.0.5/32",
        "line 14: operators[0].parks[0].trusted_networks[1]: the address goes beyond the network; is it 10.1.0.0/24?",
        "line 14: operators[0].parks[0].trusted_networks[2]: expected a network",
        "line 14: operators[0].parks[0].trusted_networks[3]: the address goes beyond the network; is it fe80::/64?",
        "line 14: operators[0].parks[0].trusted_networks[4]: expected a network",
      ]),
    BadFile(
      name: "with bad vehicles",
      yaml: """
        operators:
          - id: a
            name: A
            parks:
              - id: P1
                name: One
                places: 1
                vehicles:
                  - {plate: 苏EO8888, category: free}
                  - {plate: 苏E8888, category: vip}
                  - {plate: 苏E88881, category: monthly, valid_from: 2026-02-30, valid_until: 2026-13-01}
                  - {plate: 苏E88882, category: monthly, valid_from: 2026-02-01, valid_until: 2026-01-31}
                  - {plate: 苏E88883, category: monthly, valid_until: tomorrow}
                  - {plate: 苏E88884, category: free, until: 2026-01-01}
                  - {plate: 苏e 88885, category: free}
                  - {plate: 苏E88885, category: free}
                  - {plate: 无牌车, category: temporary}
                  - 苏E88886
        """,
      errors: [
        "line 9: operators[0].parks[0].vehicles[0].plate: “苏EO8888” fits no layout of plates; is it 苏E08888?",
        "line 10: operators[0].parks[0].vehicles[1].plate: “苏E8888” fits no layout of plates",
        "line 10: operators[0].parks[0].vehicles[1].category: “vip” is no category",
        "line 11: operators[0].parks[0].vehicles[2].valid_from: the calendar has no 2026-02-30",
        "line 11: operators[0].parks[0].vehicles[2].valid_until: the calendar has no 2026-13-01",
        "line 12: operators[0].parks[0].vehicles[3].valid_until: must not be before valid_from",
        "line 13: operators[0].parks[0].vehicles[4].valid_until: “tomorrow” is no date",
        "line 13: operators[0].parks[0].vehicles[4]: “valid_from” is missing",
        "line 14: operators[0].parks[0].vehicles[5].until: unknown key",
        "line 16: operators[0].parks[0].vehicles[7]: vehicle “苏E88885 free” stands here a second time (line 15)",
        "line 17: operators[0].parks[0].vehicles[8].plate: a plate is missing",
        "line 17: operators[0].parks[0].vehicles[8].category: a temporary vehicle is registered for its class or person",
        "line 18: operators[0].parks[0].vehicles[9]: expected keys with values",
      ]),
    BadFile(
      name: "with references that lead nowhere",
      yaml: """
        operators:
          - id: a
            name: A
            tariffs: [{tariff: t1, currency: CNY, rates: [{price: 500}]}]
            parks:
              - id: P1
                name: One
                places: 1
                tariff: t2
            accounts:
              - {login: x, name: X, role: attendant, parks: [P1, P2], password: long enough}
              - {login: y, name: Y, role: operator, parks: [P1], password: long enough}
              - {login: z, name: Z, role: supervisor, password: long enough}
        """,
      errors: [
        "line 9: operators[0].tariff: no tariff “t2” stands in this operator's “tariffs”",
        "line 11: operators[0].parks: no park “P2” stands in this operator's “parks”",
        "line 12: operators[0].accounts[1].parks: an operator's user sees all parks",
        "line 13: operators[0].accounts[2]: “parks” is missing: where this supervisor works",
      ]),
    BadFile(
      name: "with bad tariffs",
      yaml: """
        operators:
          - id: a
            name: A
            tariffs:
              - tariff: t1
                currency: CNY
                valid_from: tomorrow
                rates:
                  - {for: 1 h, price: 5.00}
              - currency: CNY
                rates: [{price: 500}]
              - tariff: t3
                currency: CNY
                valid_from: 2027-01-01
                rates: [{price: 500}]
                examples:
                  - {enter: 2026-11-22 10:00, leave: 2026-11-22 11:00, fee: 400}
            parks:
              - {id: P1, name: One, places: 1, tariff: t3}
              - {id: P2, name: Two, places: 1, tariff: t3, time_zone: Asia/Tokyo}
        """,
      errors: [
        "line 7: operators[0].tariffs[0].valid_from: expected",
        "line 9: operators[0].tariffs[0].rates[0].price: amounts are whole numbers",
        "line 10: operators[0].tariffs[1]: “tariff” is missing",
        "line 12: operators[0].tariffs[2]: parks in several time zones use it",
        "line 17: operators[0].tariffs[2].examples: 2026-11-22 10:00:00 to 2026-11-22 11:00:00 costs 500, not 400",
      ]),
    BadFile(
      name: "with secrets that are none",
      yaml: """
        operators:
          - id: a
            name: A
            parks:
              - id: P1
                name: One
                places: 1
                terminals:
                  - {id: t1, token: short}
                  - {id: t2, token: "has a space in it"}
                  - {id: t3, token_digest: ABCDEF}
                  - {id: t4, token: long-enough, token_digest: x}
            accounts:
              - {login: x, name: X, role: operator, password: short}
              - {login: y, name: Y, role: operator, password_hash: $1$abc}
        """,
      errors: [
        "line 9: operators[0].parks[0].terminals[0].token: expected 8 to 128 letters",
        "line 10: operators[0].parks[0].terminals[1].token: expected 8 to 128 letters",
        "line 11: operators[0].parks[0].terminals[2].token_digest: expected a SHA-256 digest",
        "line 12: operators[0].parks[0].terminals[3].token_digest: give “token” or “token_digest”",
        "line 14: operators[0].accounts[0].password: expected a password of 8 to 72 bytes",
        "line 15: operators[0].accounts[1].password_hash: expected a bcrypt hash",
      ]),
  ]

  @Test("gets every error at once, with its line", arguments: files)
  func errors(file: BadFile) throws {
    let document = try Document(yaml: file.yaml)
    let thrown = #expect(throws: SiteFileErrors.self) { try SiteFile(document) }
    let found = thrown?.problems.map(\.description) ?? []
    #expect(found.count == file.errors.count, "\(found.joined(separator: "\n"))")
    for (found, expected) in zip(found, file.errors) {
      #expect(found.hasPrefix(expected))
    }
  }

  @Test("does not repeat its secrets in its errors")
  func secrets() throws {
    let document = try Document(
      yaml: """
        operators:
          - id: a
            name: A
            parks:
              - id: P1
                name: One
                places: 1
                terminals: [{id: t1, token: same-token-1}, {id: t2, token: same-token-1}]
            accounts: [{login: x, name: X, role: operator, password: sesame}]
        """)
    let thrown = #expect(throws: SiteFileErrors.self) { try SiteFile(document) }
    let text = thrown?.description ?? ""
    #expect(thrown?.problems.count == 2)
    #expect(!text.contains("same-token-1") && !text.contains("sesame"))
  }
}
