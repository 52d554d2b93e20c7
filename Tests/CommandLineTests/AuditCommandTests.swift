import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("The command line, for the audit trail and what is kept")
struct AuditCommandTests {
  let gatehouse: CommandLine

  init() throws {
    gatehouse = try CommandLine()
    try gatehouse.run("apply", CommandLine.demo)
  }

  @Test("lists lines, and finds the first that somebody changed, removed or did not seal")
  func audit() throws {
    #expect(try gatehouse.run("audit", "verify").output.hasPrefix("nothing is sealed yet"))
    let connection = try gatehouse.database.connect()
    try connection.run(
      script: """
        insert into parking.audit (park_sn, at, caller, action, detail)
          select 'DEMO001', '2026-03-02 08:00+00', 'session', 'enter', 'line ' || n
          from generate_series(1, 4) n;
        """)
    let list = try gatehouse.run("audit", "list", "--count", "2").output
    #expect(
      list == """
        4\t2026-03-02T08:00:00Z\tDEMO001\t\tsession\tenter\t\tline 4
        3\t2026-03-02T08:00:00Z\tDEMO001\t\tsession\tenter\t\tline 3

        """)
    #expect(try gatehouse.run("audit", "list", "--before", "2").output.hasPrefix("1\t"))

    let relay = try gatehouse.database.connect(.relay)
    #expect(try relay.query("select parking.seal_audit()").one().decode(Int64.self, at: 0) == 4)
    let whole = try gatehouse.run("audit", "verify")
    #expect(whole.status == 0 && whole.output.hasPrefix("seals 1 to 4 hold\nnewest: 4:"))
    let seal = whole.output.split(separator: " ").last?.trimmingCharacters(in: .newlines) ?? ""
    #expect(try gatehouse.run("audit", "verify", "--seal", seal).status == 0)
    let other = try gatehouse.run(
      "audit", "verify", "--seal", "4:" + String(repeating: "0", count: 64))
    #expect(other.errors.contains("seal 4 is not the one that was kept"))

    try connection.run(
      script: """
        insert into parking.audit (park_sn, at, caller, action) values ('DEMO001', '2026-03-02', 'x', 'y')
        """)
    #expect(
      try gatehouse.run("audit", "verify").errors.contains("1 lines of more than an hour ago"))
    try connection.run(
      script: """
        alter table parking.audit disable trigger all;
        delete from parking.audit where audit_id = 3;
        """)
    let removed = try gatehouse.run("audit", "verify")
    #expect(removed.errors.contains("broken at seal 3, line 3: its line is missing"))
    try connection.run(script: "update parking.audit set action = 'leave' where audit_id = 2")
    let changed = try gatehouse.run("audit", "verify")
    #expect(changed.status == 1 && changed.errors.contains("at seal 2, line 2: its line or"))
  }

  @Test("shows and changes how long everything is kept")
  func retention() throws {
    #expect(
      try gatehouse.run("retention", "list").output == """
        pictures\t90 days
        captures\t180 days
        plates\t400 days
        audit\t1825 days
        accesses\t400 days

        """)
    #expect(try gatehouse.run("retention", "set", "pictures", "30").output == "pictures\t30 days\n")
    #expect(try gatehouse.run("retention", "set", "audit", "forever").output == "audit\tfor ever\n")
    #expect(try gatehouse.run("retention").output.contains("audit\tfor ever\n"))
    for wrong in [["pictures", "0"], ["pictures", "soon"], ["money", "3"]] {
      #expect(try gatehouse.run(["retention", "set"] + wrong).status == 64)
    }
  }
}
