import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("The command line, for reviews")
struct ReviewCommandTests {
  let gatehouse: CommandLine

  init() throws {
    gatehouse = try CommandLine()
    try gatehouse.run("apply", CommandLine.demo)
  }

  @Test("sweeps, lists, shows and resolves")
  func whole() throws {
    let connection = try gatehouse.database.connect()
    try connection.run(
      script: """
        insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category,
            enter_time, enter_booth_id)
          values ('DEMO001', '苏E88888', 900001, '苏E88888', 'civil', 0, now() - interval '73 h',
            'demo-in-1')
        """)
    #expect(try gatehouse.run("review", "sweep").output == "1 long stays, 0 abandoned\n")
    let list = try gatehouse.run("review", "list", "--park", "DEMO001").output
    #expect(list.contains("\tlong_stay\t") && list.hasSuffix("\topen\t停车超过72小时\n"))
    let number = String(list.prefix { $0 != "\t" })
    let shown = try gatehouse.run("review", "show", "--park", "DEMO001", number).output
    #expect(shown.contains("stay: 900001\n") && shown.contains("may be: confirmed"))
    let wrong = try gatehouse.run("review", "resolve", "--park", "DEMO001", number, "waived")
    #expect(wrong.status == 1 && wrong.errors.contains("not resolved in this way"))
    let closed = try gatehouse.run("review", "resolve", "--park", "DEMO001", number, "closed")
    #expect(closed.output == "\(number): closed\n" && closed.errors.isEmpty)
    #expect(try gatehouse.run("review", "list", "--park", "DEMO001").output.isEmpty)
    #expect(try gatehouse.run("review", "list", "--park", "NOWHERE").status == 1)
    #expect(try gatehouse.run("review", "show", "--park", "DEMO002", number).status == 1)
  }
}
