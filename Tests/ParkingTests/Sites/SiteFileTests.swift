import Foundation
import Parking
import TariffTrials
import Testing

@Suite("A site file")
struct SiteFileTests {
  static func site(_ yaml: String) throws -> SiteFile { try SiteFile(Document(yaml: yaml)) }

  static func demo() throws -> SiteFile {
    try site(
      String(contentsOf: Fixtures.folder("sites").appending(path: "demo.yaml"), encoding: .utf8))
  }

  @Test("of the demo says what the documents rely on")
  func demoValues() throws {
    let operators = try Self.demo().operators
    let parks = try #require(operators.first?.parks)
    #expect(parks.map(\.id) == ["DEMO001", "DEMO002"])
    #expect(parks.map(\.name).first == "示范停车场")
    #expect(parks.map(\.places) == [50, 20])
    #expect(parks.map(\.temporaryEntry) == [.open, .wait])
    #expect(parks.map(\.hosts) == [["localhost", "127.0.0.1", "[::1]"], ["demo2.localhost"]])
    for park in parks {
      #expect(park.timeZone.identifier == "Asia/Shanghai")
      #expect(park.trustedNetworks?.map(\.description) == ["127.0.0.0/8", "::1/128"])
      #expect(park.vehicles?.map(\.plate) == ["苏E10001", "苏E10002", "苏E10003"])
      #expect(park.vehicles?.map(\.category) == [.monthly, .free, .blacklisted])
      for booth in park.booths ?? [] {
        #expect(booth.devices?.map(\.token) == [.plain("\(booth.id)-camera")])
      }
    }
    #expect(
      parks.flatMap { $0.booths ?? [] }.map(\.id) == [
        "demo-in-1", "demo-in-2", "demo-out-1", "demo-out-2", "demo2-in-1", "demo2-out-1",
      ])
    let accounts = try #require(operators.first?.accounts)
    #expect(accounts.map(\.login) == ["demo", "demo-operator"])
    #expect(accounts.map(\.role) == [.attendant, .operator])
    #expect(accounts.allSatisfy { $0.password == .plain("demo-gatehouse") })
  }

  @Test("of the demo has the tariff of docs/tariffs/demo.yaml, but for its examples")
  func demoTariff() throws {
    let rules = try #require(try Self.demo().operators.first?.tariffs?.first?.rules)
    let published = try Fixtures.tariff("demo").document
    guard case .mapping(let members) = published.content else {
      Issue.record("the tariff is no mapping")
      return
    }
    let shown = Document(.mapping(members.filter { $0.key != "examples" }))
    #expect(rules.jsonText == shown.jsonText)
  }

  @Test("decodes again from its own document")
  func roundTrip() throws {
    let document = try Self.demo().document
    #expect(try SiteFile(document).document.jsonText == document.jsonText)
  }

  @Test("tells a section that is left out from one that is empty")
  func sections() throws {
    let site = try Self.site(
      """
      operators:
        - id: a
          name: A
          parks:
            - {id: P1, name: One, places: 1}
            - {id: P2, name: Two, places: 1, booths: [], vehicles: [], hosts: []}
      """)
    let parks = try #require(site.operators.first?.parks)
    #expect(site.operators.first?.tariffs == nil)
    #expect(site.operators.first?.accounts == nil)
    #expect(parks.map { $0.booths?.count } == [nil, 0])
    #expect(parks.map { $0.vehicles?.count } == [nil, 0])
    #expect(parks.map { $0.hosts?.count } == [nil, 0])
    #expect(parks.map { $0.trustedNetworks?.count } == [nil, nil])
  }

  @Test("reads a vehicle's days by the park's clocks, the last day included")
  func vehicleDays() throws {
    let site = try Self.site(
      """
      operators:
        - id: a
          name: A
          parks:
            - id: P1
              name: One
              places: 1
              time_zone: Asia/Tokyo
              vehicles:
                - {plate: 苏e·88888, category: monthly, valid_from: 2026-01-01, valid_until: 2026-01-31}
                - {plate: 苏E88889, category: free, valid_from: 2026-01-01 08:00:00, valid_until: 2026-01-01 09:00:00}
      """)
    let vehicles = try #require(site.operators.first?.parks?.first?.vehicles)
    let tokyo = try #require(ParkTimeZone(identifier: "Asia/Tokyo"))
    #expect(vehicles[0].plate == "苏E88888")
    #expect(vehicles[0].validFrom == (try Fixtures.instant("2026-01-01 00:00", in: tokyo)))
    #expect(vehicles[0].validUntil == (try Fixtures.instant("2026-02-01 00:00", in: tokyo)))
    #expect(vehicles[1].validFrom == (try Fixtures.instant("2026-01-01 08:00", in: tokyo)))
    #expect(vehicles[1].validUntil == (try Fixtures.instant("2026-01-01 09:00", in: tokyo)))
  }

  @Test("keeps secrets out of descriptions and dumps")
  func secrets() throws {
    var text = ""
    dump(try Self.demo().operators.first?.accounts, to: &text)
    #expect(!text.contains("demo-gatehouse"))
    #expect(!"\(SiteFile.Secret.plain("demo-gatehouse"))".contains("gatehouse"))
  }

  @Test(
    "reads valid_from of a tariff by the clocks of the parks that use it",
    arguments: ["Asia/Tokyo", "Asia/Shanghai", "America/New_York"])
  func tariffStart(zone: String) throws {
    let site = try Self.site(
      """
      operators:
        - id: a
          name: A
          tariffs: [{tariff: t, valid_from: 2027-01-01, currency: CNY, rates: [{price: 500}]}]
          parks: [{id: P1, name: One, places: 1, tariff: t, time_zone: \(zone)}]
      """)
    let tariff = try #require(site.operators.first?.tariffs?.first)
    let clocks = try #require(ParkTimeZone(identifier: zone))
    #expect(tariff.validFrom == (try Fixtures.instant("2027-01-01 00:00", in: clocks)))
  }
}
