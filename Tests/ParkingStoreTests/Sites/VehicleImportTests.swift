import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("Importing vehicles")
struct VehicleImportTests {
  let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
    try fixture.apply(try SiteFixture.demo())
  }

  private func take(
    _ rows: [String], isReplacing: Bool = false, isDryRun: Bool = false
  ) throws -> String {
    let text = (["plate,category,valid_from,valid_until,note"] + rows).joined(separator: "\n")
    let zone = try fixture.store.timeZone(ofPark: "DEMO001")
    return try fixture.store.importVehicles(
      VehicleSheet(Array(text.utf8), zone: zone), toPark: "DEMO001", isReplacing: isReplacing,
      isDryRun: isDryRun
    ).description
  }

  private func stored(_ condition: SQL = "source = 'csv' and retired_at is null") throws -> [String]
  {
    try fixture.texts(
      """
      select concat_ws(' ', plate, category, valid_from, valid_until, note)
      from parking.vehicle where \(condition) order by plate
      """)
  }

  @Test("adds, changes, and the second time finds all of them")
  func addAndChange() throws {
    let rows = ["苏E30001,monthly,2026-01-01,2026-12-31,A", "苏E30002,free,,,"]
    #expect(try take(rows) == "2 added")
    #expect(
      try stored() == [
        "苏E30001 1 2025-12-31 16:00:00+00 2026-12-31 16:00:00+00 A",
        "苏E30002 2 -infinity infinity ",
      ])
    #expect(try take(rows) == "2 unchanged")
    #expect(
      try take(["苏E30001,monthly,2026-01-01,2027-12-31,B", rows[1]]) == "1 changed, 1 unchanged")
    #expect(
      try stored().first == "苏E30001 1 2025-12-31 16:00:00+00 2027-12-31 16:00:00+00 B")
  }

  @Test("for a dry run counts the same and changes nothing")
  func dryRun() throws {
    let state = try fixture.state()
    #expect(try take(["苏E30002,free,,,"], isDryRun: true) == "1 added")
    #expect(try fixture.state() == state)
  }

  @Test("takes thousands, and tells how far it is")
  func thousands() throws {
    let rows = (0..<3_000).map { "苏E4\(String($0 + 10_000).suffix(4)),free,,," }
    let text = (["plate,category,valid_from,valid_until,note"] + rows).joined(separator: "\n")
    let zone = try fixture.store.timeZone(ofPark: "DEMO001")
    var progress: [Int] = []
    let report = try fixture.store.importVehicles(
      VehicleSheet(Array(text.utf8), zone: zone), toPark: "DEMO001"
    ) { progress.append($0) }
    #expect(report.added == 3_000)
    #expect(progress == [0, 500, 1_000, 1_500, 2_000, 2_500, 3_000])
    #expect(try stored().count == 3_000)
  }

  @Test("replacing, retires what came by CSV before and revives it later")
  func replacing() throws {
    #expect(try take(["苏E30001,free,,,", "苏E30002,free,,,"]) == "2 added")
    #expect(try take(["苏E30002,free,,,"], isReplacing: true) == "1 retired, 1 unchanged")
    #expect(try stored() == ["苏E30002 2 -infinity infinity "])
    #expect(try take(["苏E30001,free,,,"]) == "1 revived")
    #expect(try stored("source = 'site' and retired_at is null").count == 6)
  }

  @Test("leaves alone what the site file keeps, and refuses rows that contradict it")
  func siteFile() throws {
    let state = try fixture.state()
    #expect(try take(["苏E10002,free,,,"]) == "1 unchanged")
    let error = #expect(throws: SiteStoreError.self) {
      try take([
        "苏E30001,free,,,", "苏E10001,monthly,2026-01-01,2030-12-31,", "苏E10002,free,,2026-01-01,",
      ])
    }
    #expect(error?.fileErrors?.problems.map(\.line) == [3, 4])
    #expect(try fixture.state() == state)
  }

  @Test("of what was exported changes nothing")
  func roundTrip() throws {
    _ = try take(["苏E30001,monthly,2026-01-01,2026-12-31,\"a, b\"", "苏E10003,free,,,"])
    let vehicles = try fixture.store.vehicles(ofPark: "DEMO001")
    #expect(vehicles.count == 5)
    let zone = try fixture.store.timeZone(ofPark: "DEMO001")
    let sheet = try VehicleSheet(
      Array(VehicleSheet.text(of: vehicles, zone: zone).utf8), zone: zone)
    let report = try fixture.store.importVehicles(sheet, toPark: "DEMO001")
    #expect(report.description == "5 unchanged")
  }

  @Test("into a park that is not there says so")
  func unknownPark() throws {
    #expect(throws: SiteStoreError.self) { try fixture.store.timeZone(ofPark: "NOWHERE") }
  }
}
