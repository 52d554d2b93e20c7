import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("The command line, for offers of leases")
struct LeaseOfferCommandTests {
  let gatehouse: CommandLine
  let connection: Connection

  init() throws {
    gatehouse = try CommandLine()
    try gatehouse.run("apply", CommandLine.demo)
    connection = try gatehouse.database.connect()
  }

  private static let offer =
    "19:00–07:30, all day Sat Sun holidays, until 2035-12-31, start_price 500, price 100, "
    + "holiday_price 2000"

  /// The bodies that were queued since the last call, oldest first.
  private func queued() throws -> [String] {
    let bodies: [String] = try connection.query(
      "select subject || ' ' || body from parking.outbox order by outbox_id"
    ).map { try $0.decode(at: 0) }
    try connection.execute("delete from parking.outbox")
    return bodies
  }

  @Test("shows what parks offer")
  func show() throws {
    let all = "DEMO001  \(Self.offer)\nDEMO002  \(Self.offer)\n"
    #expect(try gatehouse.run("lease", "offer").output == all)
    #expect(try gatehouse.run("lease", "offer", "DEMO002").output == "DEMO002  \(Self.offer)\n")
    #expect(try gatehouse.run("lease", "offer", "NOSUCH").output == "No offer.\n")
  }

  @Test("a dry run says what would change, changes nothing and tells nobody")
  func dryRun() throws {
    _ = try queued()
    let dry = try gatehouse.run("lease", "offer", "DEMO001", "--price", "120", "--dry-run")
    #expect(
      dry.output
        == "change lease offer of DEMO001: price “100” → “120”\nNothing was changed.\n")
    #expect(try gatehouse.run("lease", "offer", "DEMO001").output.contains("price 100"))
    #expect(try queued().isEmpty)
  }

  /// A change of a part, and what the push says of it.
  static let changes: [(arguments: [String], told: String)] = [
    (["--price", "120"], #""price" : 120"#), (["--start-price", "0"], #""start_price" : 0"#),
    (["--holiday-price", "1"], #""holiday_price" : 1,"#),
    (["--deadline", "2034-02-28"], #""deadline" : "2034-02-28""#),
    (["--start-time", "20:30"], #""start_time" : "20:30""#),
    (["--end-time", "06:00"], #""end_time" : "06:00""#), (["--no-sat"], #""is_sat" : 0"#),
    (["--no-sun"], #""is_sun" : 0"#), (["--no-holiday"], #""is_holiday" : 0"#),
  ]

  @Test("changes one part, and tells the partner once", arguments: changes)
  func change(arguments: [String], told: String) throws {
    _ = try queued()
    let command = ["lease", "offer", "DEMO001"] + arguments
    let outcome = try gatehouse.run(command)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("change lease offer of DEMO001: "))
    let bodies = try queued()
    #expect(bodies.count == 1 && bodies[0].hasPrefix("DEMO001 ") && bodies[0].contains(told))
    #expect(try gatehouse.run(command).output == "Nothing to change.\n")
    #expect(try queued().isEmpty)
  }

  @Test("closes an offer, which partners are told by a deadline that is over, and opens it again")
  func close() throws {
    _ = try queued()
    try gatehouse.run("lease", "offer", "DEMO001", "--closed")
    #expect(try gatehouse.run("lease", "offer", "DEMO001").output.hasSuffix(", closed\n"))
    #expect(try queued().allSatisfy { !$0.contains("2035-12-31") })
    try gatehouse.run("lease", "offer", "DEMO001", "--no-closed")
    let opened = try queued()
    #expect(opened.count == 1 && opened[0].contains("2035-12-31"))
  }

  @Test("gives a park its first offer, when all of it is said")
  func first() throws {
    try connection.execute("delete from parking.lease_offer where park_sn = 'DEMO002'")
    _ = try queued()
    let short = try gatehouse.run("lease", "offer", "DEMO002", "--price", "100")
    #expect(short.status == 1 && short.errors.contains("has no offer yet: give --deadline"))
    let terms = [
      "--deadline", "2035-12-31", "--start-time", "19:00", "--end-time", "07:30", "--price", "100",
      "--start-price", "500", "--holiday-price", "2000",
    ]
    let whole = try gatehouse.run(["lease", "offer", "DEMO002"] + terms)
    #expect(whole.output.hasPrefix("add lease offer of DEMO002"))
    #expect(try queued().count == 1)
  }

  /// Wrong input, with the status and what is said of it.
  static let wrong: [(arguments: [String], status: Int32, message: String)] = [
    (["--price", "1"], 64, "name the park whose offer is to change"),
    (["DEMO001", "--price=-1"], 64, "a whole number of fen, 0 or more"),
    (["DEMO001", "--price", "1.5"], 64, "'1.5' is invalid for '--price"),
    (["DEMO001", "--price", "1000000001"], 64, "a whole number of fen"),
    (["DEMO001", "--deadline", "2035-02-30"], 64, "“2035-02-30” is no day"),
    (["DEMO001", "--start-time", "24:00"], 64, "“24:00” is no time"),
    (["DEMO001", "--end-time", "7:30"], 64, "“7:30” is no time"),
    (["DEMO001", "DEMO002"], 64, "Unexpected argument 'DEMO002'"),
    (["NOSUCH", "--price", "1"], 1, "there is no park NOSUCH"),
  ]

  @Test("says what is wrong, and changes nothing", arguments: wrong)
  func refuses(arguments: [String], status: Int32, message: String) throws {
    _ = try queued()
    let outcome = try gatehouse.run(["lease", "offer"] + arguments)
    #expect(outcome.status == status && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try queued().isEmpty)
    #expect(try gatehouse.run("lease", "offer", "DEMO001").output == "DEMO001  \(Self.offer)\n")
  }

  /// Parts of the demo's site file and what takes their place, with the pushes that follow.
  static let edits: [(part: String, other: String, told: [String])] = [
    ("price: 100", "price: 130", ["DEMO001", "DEMO002"]),
    ("is_sat: true", "is_sat: false", ["DEMO001", "DEMO002"]),
    ("deadline: 2035-12-31", "deadline: 2034-12-31", ["DEMO001", "DEMO002"]),
    ("is_sun: true", "is_sun: true\n          is_open: false", ["DEMO001", "DEMO002"]),
    ("parks: [DEMO001, DEMO002]", "parks: [DEMO001]", ["DEMO002"]),
    (
      "base_url: https://chejiajia.localhost:8443/", "base_url: https://new.example/",
      [
        "DEMO001", "DEMO002",
      ]
    ),
    ("requests_per_minute: 60000", "requests_per_minute: 60", []),
    ("push_format: form", "push_format: json", []),
  ]

  @Test("a site file that changes an offer, or who gets it, tells partners", arguments: edits)
  func siteFile(part: String, other: String, told: [String]) throws {
    let demo = try String(contentsOfFile: CommandLine.demo, encoding: .utf8)
      .replacing("        sandbox: true", with: "        push_format: form\n        sandbox: true")
    try #require(demo.contains(part))
    _ = try queued()
    let file = try gatehouse.file("changed.yaml", demo.replacing(part, with: other))
    let outcome = try gatehouse.run("apply", file)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("change "), "\(outcome)")
    #expect(try queued().map { String($0.prefix(7)) } == told)
    #expect(try gatehouse.run("apply", file).output == "Nothing to change.\n")
    #expect(try queued().isEmpty)
  }

  @Test("a park's new name, its retirement and its return tell partners")
  func parks() throws {
    _ = try queued()
    let demo = try String(contentsOfFile: CommandLine.demo, encoding: .utf8)
    try gatehouse.run("apply", gatehouse.file("a", demo.replacing("示范停车场", with: "新名停车场")))
    #expect(try queued().contains { $0.contains("新名停车场") })
    let gone = "operators:\n  - {id: demo, name: 示范停车运营, parks: []}"
    try gatehouse.run("apply", gatehouse.file("b", gone))
    let closed = try queued()
    #expect(closed.count == 2 && closed.allSatisfy { !$0.contains("2035-12-31") }, "\(closed)")
    try gatehouse.run("apply", CommandLine.demo)
    let back = try queued()
    #expect(Set(back.map { $0.prefix(7) }) == ["DEMO001", "DEMO002"], "\(back)")
    #expect(back.last?.contains("2035-12-31") == true)
  }
}
