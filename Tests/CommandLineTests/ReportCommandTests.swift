import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("The command line, for reports")
struct ReportCommandTests {
  let gatehouse: CommandLine

  init() throws {
    gatehouse = try CommandLine()
    try gatehouse.run("apply", CommandLine.demo)
    try gatehouse.database.connect().run(script: Self.day)
  }

  /// One day: 5 yuan in cash, 7 by WeChat, the 5 given back on the day after.
  private static let day: SQL = """
    insert into parking.shift (shift_id, park_sn, booth_id, began_at) overriding system value
      values (1, 'DEMO001', 'demo-out-1', '2026-03-02 08:00+08');
    insert into parking.payment (payment_id, park_sn, stay_id, booth_id, shift_id, amount, pay_method,
        booked_at) overriding system value
      values (1, 'DEMO001', 1, 'demo-out-1', 1, 500, 'cash', '2026-03-02 23:30+08'),
        (2, 'DEMO001', 2, 'demo-out-1', 1, 700, 'wechat', '2026-03-02 10:00+08');
    insert into parking.payment (payment_id, park_sn, stay_id, booth_id, shift_id, kind, reverses,
        amount, pay_method, booked_at) overriding system value
      values (3, 'DEMO001', 1, 'demo-out-1', 1, 'reversal', 1, 500, 'cash', '2026-03-03 00:30+08');
    insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome,
        enter_time, leave_time, leave_booth_id, closed_at, total_amount, paid_amount, pay_status,
        shift_id)
      values (2, 'DEMO001', '苏E88888', '苏E88888', 'civil', 0, 'left', '2026-03-02 08:00+08',
        '2026-03-02 10:00+08', 'demo-out-1', '2026-03-02 10:00+08', 700, 700, 1, 1);
    """

  private let march = ["--from", "2026-03-01", "--to", "2026-03-31"]

  @Test("lists every report, and shows each of them in every form")
  func every() throws {
    let list = try gatehouse.run("report", "list").output
    let names = list.split(separator: "\n").filter { !$0.hasPrefix("\t") }
      .compactMap { $0.split(separator: "\t").first.map(String.init) }
    #expect(names.count == 11)
    for name in names {
      for format in ["table", "csv", "html"] {
        let outcome = try gatehouse.run(["report", name, "--format", format] + march)
        #expect(outcome.status == 0, "\(name) as \(format): \(outcome.errors)")
      }
    }
  }

  @Test("shows money by day, a reversal on its own day, and the sum")
  func table() throws {
    #expect(
      try gatehouse.run(["report", "income"] + march).output == """
        day         income  payments   paid  reversals  reversed
        2026-03-02   12.00         2  12.00          0      0.00
        2026-03-03   -5.00         0   0.00          1      5.00
        total 合计    7.00         2  12.00          1      5.00

        """)
  }

  @Test("groups as it is told, and writes fen into CSV")
  func csv() throws {
    try gatehouse.database.connect().run(
      script: "update parking.park set park_name = '=A,1' where park_sn = 'DEMO001'")
    let outcome = try gatehouse.run(
      ["report", "income", "--by", "month", "--by", "method", "--by", "park", "--format", "csv"]
        + march)
    #expect(
      outcome.output == """
        month,method,park,income_fen,payments,paid_fen,reversals,reversed_fen\r
        2026-03,cash,"DEMO001 =A,1",0,1,500,1,500\r
        2026-03,wechat,"DEMO001 =A,1",700,1,700,0,0\r

        """)
  }

  @Test("draws a page that loads and runs nothing, with headings in Chinese and English")
  func html() throws {
    try gatehouse.run(
      ["report", "stays", "--format", "html", "--output", gatehouse.path("stays.html")] + march)
    let page = try gatehouse.text("stays.html")
    #expect(page.contains("<svg") && page.contains("停车次数") && page.contains("Stays"))
    #expect(page.contains("class=\"bar\"") && page.contains("to 2 h"))
    #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
  }

  @Test(
    "says what is wrong",
    arguments: [
      (["nothing"], Int32(64), "there is no report nothing; the reports are: income"),
      (["income", "--by", "plate"], 1, "is not grouped by plate, but by: day, month"),
      (["income", "--park", "NOWHERE"], 1, "there is no park NOWHERE"),
      (["income", "--from", "2026-03-02", "--to", "2026-03-01"], 64, "--to is earlier"),
      (["income", "--from", "today"], 64, "invalid"),
    ])
  func refused(arguments: [String], status: Int32, words: String) throws {
    let outcome = try gatehouse.run(["report"] + arguments)
    #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("makes a role that sees its operator's parks alone and only reads, and takes it away")
  func role() throws {
    let role = "report_test_\(UInt32.random(in: 0 ... .max))"
    let add = ["report", "role", "add", "demo", "--role", role]
    let refused = try gatehouse.run(add)
    #expect(refused.status == 1 && refused.errors.contains("may not make roles; give --database"))
    let database = ["--database", gatehouse.database.conninfo()]
    let made = try gatehouse.run(add + database)
    #expect(made.output.hasPrefix("role:     \(role)\npassword: "), "\(made.errors)")
    #expect(try gatehouse.run("report", "role", "list").output == "\(role)\tdemo\n")

    let connection = try gatehouse.database.connect()
    try connection.run(script: SQL(unsafeRaw: "set session authorization \(role)"))
    let sum = try connection.query("select sum(income)::bigint from report.income").one()
    #expect(try sum.decode(Int64.self, at: 0) == 700)
    #expect(throws: DatabaseError.self) { try connection.query("select 1 from parking.payment") }
    #expect(throws: DatabaseError.self) { try connection.query("create table public.mine ()") }
    #expect(throws: DatabaseError.self) { try connection.query("select pg_advisory_lock(1)") }
    #expect(throws: DatabaseError.self) { try connection.query("select lo_create(0)") }

    #expect(try gatehouse.run(["report", "role", "remove", role] + database).status == 0)
    let again = try gatehouse.run(["report", "role", "remove", role] + database)
    #expect(again.errors.contains("is no role that reads reports"))
  }

  @Test("has scripts for psql that all run, with parameters and without")
  func scripts() throws {
    let folder = URL(filePath: CommandLine.demo).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sql/report")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".sql") }
    #expect(files.count >= 12)
    for file in files {
      for parameters in [
        ["-v", "from=2026-03-01", "-v", "to=2026-03-31", "-v", "park=DEMO001"], [],
      ] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/psql")
        let all =
          parameters + ["-v", "report=stays", "-v", "file=\(gatehouse.path("stays.csv"))"]
        process.arguments =
          ["-Xq", "-d", gatehouse.database.conninfo(.admin), "-f", "\(folder.path)/\(file)"] + all
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(file)")
      }
    }
    #expect(try gatehouse.text("stays.csv").hasPrefix("park_sn,park_name,day,"))
  }
}
