import Foundation
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("A park's settings")
struct SettingsTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  @Test("are what the database says, booths in their order")
  func loaded() throws {
    let park = try gates.park()
    #expect(park.name == "示范停车场" && park.rules.places == 50)
    #expect(park.rules.temporaryEntry == .open && park.rules.timeZone.identifier == "Asia/Shanghai")
    #expect(park.booths.map(\.boothID) == ["demo-in-1", "demo-in-2", "demo-out-1", "demo-out-2"])
    #expect(park.booths.map(\.direction) == [.enter, .enter, .exit, .exit])
    #expect(try gates.store.park("NOWHERE") == nil)
  }

  @Test("are kept for a second, and no longer")
  func cached() throws {
    var places = 50
    // A machine that takes a second for this shows nothing, and begins again.
    for _ in 1...10 {
      Thread.sleep(forTimeInterval: 1.05)
      let begin = ContinuousClock.now
      #expect(try gates.park().rules.places == places)
      try gates.connection.execute("update parking.park set places = places + 1")
      let kept = try gates.park().rules.places
      places += 1
      if ContinuousClock.now - begin < .seconds(1) {
        #expect(kept == places - 1)
        break
      }
    }
    Thread.sleep(forTimeInterval: 1.05)
    #expect(try gates.park().rules.places == places)
    try gates.connection.run(script: "update parking.park set retired_at = now()")
    Thread.sleep(forTimeInterval: 1.05)
    #expect(try gates.store.park("DEMO001") == nil)
  }

  @Test("A new booth is found at once, one of another park or direction never")
  func booths() throws {
    let park = try gates.park()
    #expect(throws: Refusal.unknownBooth) { try gates.store.booth("demo-in-3", of: park) }
    try gates.connection.run(
      script: """
        insert into parking.booth (park_sn, booth_id, booth_name, direction)
        values ('DEMO001', 'demo-in-3', '北门', 'enter')
        """)
    #expect(try gates.store.booth("demo-in-3", of: park).name == "北门")
    #expect(throws: Refusal.unknownBooth) { try gates.store.booth("demo2-in-1", of: park) }
    #expect(throws: Refusal.wrongDirection) {
      try gates.store.booth("demo-in-1", of: park, direction: .exit)
    }
  }

  @Test("A new tariff holds from its first instant; who is inside leaves by the old one")
  func tariffVersions() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.connection.run(
      script: """
        insert into parking.tariff_version (operator_id, tariff_id, version, valid_from, document,
          digest)
        select 'demo', 'demo', 2, now() - interval '5 min', document, sha256('2')
        from (values ('{"tariff":"demo","currency":"CNY","rates":[{"each":"1 min","price":100}]}'))
          v(document)
        """)
    try gates.store.read("苏E66666", at: "demo-in-2", minutesAgo: 3)
    try gates.store.read("苏E88888", at: "demo-out-1")
    try gates.store.read("苏E66666", at: "demo-out-2")
    let totals = try gates.connection.query(
      "select total_amount from parking.open_stay order by plate desc"
    ).map { try $0.decode(Int64.self, at: 0) }
    #expect(totals.first == 700 && (300...400).contains(totals.last ?? 0))
  }
}
