import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("The command line, for leases")
struct LeaseCommandTests {
  let gatehouse: CommandLine
  let connection: Connection

  init() throws {
    gatehouse = try CommandLine()
    try gatehouse.run("apply", CommandLine.demo)
    connection = try gatehouse.database.connect()
  }

  @Test("the outbox shows what waits and what was given up, and sends it again")
  func outbox() throws {
    try connection.run(
      script: """
        update parking.outbox set attempts = 6, gave_up_at = now(), last_error = 'HTTP 500'
        where subject = 'DEMO001';
        """)
    let numbers: [Int64] = try connection.query(
      "select outbox_id from parking.outbox order by subject"
    ).map { try $0.decode(at: 0) }
    let lines = try gatehouse.run("lease", "outbox").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.contains {
        $0.hasPrefix("\(numbers[0])  ") && $0.contains("lease/park")
          && $0.hasSuffix("GIVEN UP, tried 6 times: HTTP 500")
      }, "\(lines)")
    #expect(
      lines.contains { $0.hasPrefix("\(numbers[1])  ") && $0.hasSuffix("waits, tried 0 times") })
    #expect(try gatehouse.run("lease", "outbox", "resend").output == "1 row is sent again.\n")
    #expect(try !gatehouse.run("lease", "outbox", "list").output.contains("GIVEN UP"))
    #expect(
      try gatehouse.run("lease", "outbox", "resend", "\(numbers[1])").output
        == "1 row is sent again.\n")
    try connection.execute("update parking.outbox set delivered_at = now()")
    #expect(
      try gatehouse.run("lease", "outbox").output == "Partners have been told everything.\n")
    let late = try gatehouse.run("lease", "outbox", "resend", "\(numbers[0])", "999999")
    #expect(late.status == 1 && late.output == "0 rows are sent again.\n")
    #expect(late.errors.contains("were delivered, are not known"))
    let told = try gatehouse.run("lease", "outbox", "resend", "--partner", "cjj-test")
    #expect(told.output == "2 rows are sent again.\n")
    #expect(
      try gatehouse.run("lease", "outbox", "resend", "--park", "DEMO002").output
        == "1 row is sent again.\n")
    #expect(
      try gatehouse.run("lease", "outbox", "resend", "--park", "NOSUCH").output
        == "0 rows are sent again.\n")
    let both = try gatehouse.run("lease", "outbox", "resend", "1", "--park", "DEMO001")
    #expect(both.status == 64 && both.errors.contains("give rows, or a park and a partner"))
  }

  @Test("the report names windows outside the offer, crowding, no-shows and overstays")
  func report() throws {
    try connection.run(
      script: """
        update parking.park set lease_places = 1 where park_sn = 'DEMO001';
        insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time,
          begins_at, ends_at, offer_check, source)
        select 'cjj-test', 'DEMO001', plate, day, start, stop, (day + start) at time zone
          'Asia/Shanghai', (day + stop) at time zone 'Asia/Shanghai', check_, 'order'
        from (select (now() at time zone 'Asia/Shanghai')::date - 1) d(day), (values
          ('苏E11111', time '01:00', time '02:00', 'outside'),
          ('苏E22222', '01:30', '03:00', 'inside'),
          ('苏E33333', '05:00', '06:00', 'not_checked')) v(plate, start, stop, check_);
        insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category,
            enter_time, enter_booth_id)
        select park_sn, plate, 900001, plate, 'civil', 0, begins_at, 'demo-in-1'
        from parking.lease_window where plate = '苏E33333';
        """)
    let report = try gatehouse.run("lease", "report", "--park", "DEMO001").output
    let titles = report.split(separator: "\n").filter { !$0.hasPrefix("  ") }
    #expect(
      titles == [
        "Sold outside the offer, or not checked: 2", "More leases than lease places: 1",
        "No-shows: 2", "Overstays: 1",
      ])
    for words in [
      "01:00–02:00 by cjj-test: outside", "05:00–06:00 by cjj-test: not checked",
      "01:30: 2 leases, 1 places", "min over, stay 900001, still inside",
    ] { #expect(report.contains(words), "\(report)") }
    let today = try gatehouse.run("lease", "report", "--park", "DEMO001", "--days", "0").output
    #expect(today.contains("No-shows: 0") && today.contains("Overstays: 0"))
    let unknown = try gatehouse.run("lease", "report", "--park", "NOSUCH")
    #expect(unknown.status == 1 && unknown.errors.contains("there is no park NOSUCH"))
    let days = try gatehouse.run("lease", "report", "--park", "DEMO001", "--days=-1")
    #expect(days.status == 64 && days.errors.contains("--days is 0 to 3660"))
    #expect(try gatehouse.run("lease", "report").errors.contains("Missing expected argument"))
  }

  @Test("reconciling with a partner that is away takes nothing back, and a dry run keeps no report")
  func reconcile() throws {
    // Nobody listens there.
    try connection.execute(
      "update parking.partner set base_url = 'https://chejiajia.localhost:1/'")
    func reports() throws -> Int64 {
      try connection.query("select count(*) from parking.lease_reading").one().decode(at: 0)
    }
    let dry = try gatehouse.run("lease", "reconcile", "--park", "DEMO001", "--dry-run")
    #expect(dry.status == 1, "\(dry.errors)")
    #expect(
      dry.output.hasPrefix(
        "cjj-test DEMO001: 0 windows on 0 pages (dry run, nothing was changed)\n"
          + "  not complete, so nothing is taken back: page 1: "), "\(dry)")
    #expect(try reports() == 0)
    #expect(try gatehouse.run("lease", "reconcile").status == 1)
    #expect(try reports() == 2)
    let nobody = try gatehouse.run("lease", "reconcile", "--partner", "nobody")
    #expect(nobody.output == "No partner has such a park and an address.\n" && nobody.status == 0)
    for conninfo in ["", "postgresql://localhost/gatehouse"] {
      let unnamed = try gatehouse.run("lease", "reconcile", "--database", conninfo)
      #expect(unnamed.status == 64 && unnamed.errors.contains("set GATEHOUSE_RELAY_DATABASE"))
    }
    let own = try gatehouse.run(
      ["lease", "reconcile", "--database", "host=/nowhere"],
      environment: ["GATEHOUSE_RELAY_DATABASE": gatehouse.database.conninfo(.relay)])
    #expect(own.output.contains("cjj-test DEMO002: 0 windows"), "\(own)")
  }

  /// Commands, and words of their help.
  static let helps: [(command: [String], words: [String])] = [
    (["lease"], ["offer", "report", "reconcile", "outbox"]),
    (
      ["lease", "offer"],
      [
        "--deadline <YYYY-MM-DD>", "--closed/--no-closed", "--dry-run",
        "gatehouse lease offer DEMO001",
      ]
    ),
    (["lease", "report"], ["--park <park>", "--days <days>", "(default: 7)"]),
    (["lease", "reconcile"], ["--dry-run", "--confirm", "five minutes before", "--partner"]),
    (["lease", "outbox"], ["list (default)", "resend"]),
    (["lease", "outbox", "resend"], ["--park <park>", "gatehouse lease outbox resend 17 18"]),
    (["partner"], ["list", "add", "rotate", "disable", "sign"]),
    (["partner", "add"], ["--push-format <push-format>", "(default: form)"]),
    (["partner", "rotate"], ["--retire <retire>", "gatehouse partner rotate cjj --retire k1"]),
    (["partner", "disable"], ["--undo", "stay good"]),
    (["partner", "sign"], ["--body <body>", "--nonce <nonce>", "GATEHOUSE_PARTNER_SECRET"]),
  ]

  @Test("each command explains itself", arguments: helps)
  func help(command: [String], words: [String]) throws {
    let outcome = try gatehouse.run(command + ["--help"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for word in words { #expect(text.contains(word), "\(word) in \(outcome.output)") }
    #expect(try gatehouse.run(command + ["--no-such-option"]).status == 64)
  }
}
