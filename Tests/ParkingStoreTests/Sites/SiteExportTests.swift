import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("Exporting a site file")
struct SiteExportTests {
  let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
    try fixture.apply(try SiteFixture.demo())
    try fixture.apply(
      """
      operators:
        - id: demo
          name: 示范停车运营
        - id: other
          name: "null"
          parks:
            - id: "007"
              name: 'yes: "quoted" #1'
              places: 0
              time_zone: America/New_York
              longitude: "-73.9857"
              latitude: "40.7484"
              lease_lead_minutes: 0
              long_stay_hours: 24
              hosts: [park7.example.com]
              booths:
                - {id: "1", name: "1", direction: enter, video_url: "rtsp://10.0.0.1/1"}
              terminals: [{id: t, token: terminal-token}]
              vehicles:
                - {plate: 苏E88888, category: free, valid_from: 2026-03-08 02:30:00, note: "a: b"}
          accounts:
            - {login: boss, name: Boss, role: supervisor, parks: ["007"], password: "12345678"}
      """)
  }

  @Test("gives a file in which apply finds nothing to change")
  func nothingToChange() throws {
    let exported = try fixture.store.export()
    #expect(try fixture.store.apply(exported) == [])
    // Once more through the document, as a file.
    #expect(try fixture.store.apply(try SiteFile(exported.document)) == [])
  }

  @Test("rebuilds the same site in an empty database")
  func rebuild() throws {
    let exported = try fixture.store.export().document
    let other = try SiteFixture()
    _ = try other.store.apply(try SiteFile(exported))
    #expect(try other.store.export().document.jsonText == exported.jsonText)
    #expect(try other.apply(try SiteFixture.demo()).contains("retire operator other"))
  }

  @Test("holds neither passwords nor tokens")
  func secrets() throws {
    let text = try fixture.store.export().document.jsonText
    #expect(!text.contains("-camera\"") && !text.contains("demo-gatehouse"))
    #expect(!text.contains("terminal-token") && !text.contains("12345678\""))
  }

  @Test("leaves out what is retired and what came by CSV")
  func leftOut() throws {
    try fixture.database.connect(.admin).execute(
      "insert into parking.vehicle (park_sn, plate, category, source) values ('007', '苏E20001', 2, 'csv')"
    )
    try fixture.apply(try SiteFixture.demo())
    let exported = try fixture.store.export()
    #expect(exported.operators.map(\.id) == ["demo"])
    #expect(!exported.document.jsonText.contains("苏E20001"))
  }
}
