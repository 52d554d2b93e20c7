import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("The command line, for partners")
struct PartnerCommandTests {
  let gatehouse: CommandLine
  let connection: Connection

  init() throws {
    gatehouse = try CommandLine()
    try gatehouse.run("apply", CommandLine.demo)
    connection = try gatehouse.database.connect()
  }

  /// Adds a partner `cjj` of both parks.
  @discardableResult
  private func add(_ more: String...) throws -> CommandLine.Outcome {
    try gatehouse.run(
      [
        "partner", "add", "cjj", "--name", "车加家", "--operator", "demo", "--park", "DEMO001",
        "--park", "DEMO002",
      ] + more)
  }

  /// The line `secret:` of what was printed.
  private func secret(_ outcome: CommandLine.Outcome) throws -> String {
    let line = try #require(
      outcome.output.split(separator: "\n").first { $0.hasPrefix("secret:  ") })
    return String(line.dropFirst("secret:  ".count))
  }

  private func texts(_ sql: SQL) throws -> [String] {
    try connection.query(sql).map { try $0.decode(at: 0) }
  }

  @Test("adds a partner with a secret of 128 bits, shown once, and tells it the offers")
  func adds() throws {
    let added = try add(
      "--base-url", "https://app.example/api", "--push-format", "json", "--network",
      "203.0.113.0/24", "--requests-per-minute", "60", "--sandbox", "--allow-md5")
    #expect(added.status == 0, "\(added.errors)")
    let secret = try secret(added)
    #expect(secret.utf8.count == 32 && secret.allSatisfy(\.isHexDigit))
    #expect(added.output.contains("key id:  k1\n") && added.output.contains("shown once"))
    #expect(
      try texts(
        """
        select concat_ws(' ', operator_id, base_url, push_format, sandbox, allow_md5,
          allow_private_address, requests_per_minute, networks) from parking.partner
        where app_id = 'cjj'
        """) == ["demo https://app.example/api json t t f 60 {203.0.113.0/24}"])
    #expect(try texts("select secret from parking.partner_key where app_id = 'cjj'") == [secret])
    #expect(
      try texts("select subject::text from parking.outbox where app_id = 'cjj' order by 1")
        == ["DEMO001", "DEMO002"])
    let list = try gatehouse.run("partner", "list").output
    #expect(list.contains("cjj  车加家, operator demo; parks DEMO001 DEMO002; keys k1 ("))
    #expect(list.contains("; pushes to https://app.example/api as json\n"))
    let other = try self.secret(
      gatehouse.run("partner", "add", "b", "--name", "B", "--operator", "demo"))
    #expect(other != secret)
    for text in [list, try gatehouse.run("export").output] {
      #expect(!text.contains(secret) && !text.contains(other))
    }
    #expect(try gatehouse.run("export").output.contains("push_format: json"))
  }

  /// Options after `partner add ID`, with the status and what is said.
  static let wrong: [(arguments: [String], status: Int32, message: String)] = [
    (["cjj-test", "--name", "A", "--operator", "demo"], 1, "there is a partner cjj-test already"),
    (["a", "--name", "A", "--operator", "demo", "--park", "NOSUCH"], 1, "has no park NOSUCH"),
    (["a", "--name", "A", "--operator", "other", "--park", "DEMO001"], 1, "has no park DEMO001"),
    (["a b", "--name", "A", "--operator", "demo"], 1, "not “a b”"),
    (["a", "--name", "", "--operator", "demo"], 1, "expected a text"),
    (
      ["a", "--name", "A", "--operator", "demo", "--base-url", "http://app.example/"], 1,
      "expected an address such as https://"
    ),
    (["a", "--name", "A", "--operator", "demo", "--network", "300.0.0.0/8"], 1, "networks"),
    (
      ["a", "--name", "A", "--operator", "demo", "--requests-per-minute", "0"], 1,
      "requests_per_minute"
    ),
    (
      ["a", "--name", "A", "--operator", "demo", "--push-format", "xml"], 1,
      "push_format: expected one of: form, json"
    ),
    (["a", "--operator", "demo"], 64, "Missing expected argument '--name"),
  ]

  @Test("says what is wrong with a partner, and adds none", arguments: wrong)
  func refuses(arguments: [String], status: Int32, message: String) throws {
    let outcome = try gatehouse.run(["partner", "add"] + arguments)
    #expect(outcome.status == status && outcome.errors.contains(message), "\(outcome)")
    #expect(!outcome.output.contains("secret"))
    #expect(try texts("select app_id::text from parking.partner") == ["cjj-test"])
  }

  @Test("rotates keys: two are live, a third is refused, an old one is retired")
  func rotates() throws {
    try add()
    let second = try gatehouse.run("partner", "rotate", "cjj")
    #expect(second.output.hasPrefix("key id:  k2\n"))
    #expect(try gatehouse.run("partner", "list").output.contains("keys k2 ("))
    let third = try gatehouse.run("partner", "rotate", "cjj")
    #expect(third.status == 1 && third.errors.contains("has two live keys; retire one first"))
    #expect(!third.output.contains("secret"))
    let retired = try gatehouse.run("partner", "rotate", "cjj", "--retire", "k1")
    #expect(retired.output == "Key k1 of cjj is retired.\n")
    let again = try gatehouse.run("partner", "rotate", "cjj", "--retire", "k1")
    #expect(again.status == 1 && again.errors.contains("has no live key k1"))
    let named = try gatehouse.run("partner", "rotate", "cjj", "--key-id", "winter")
    #expect(named.output.hasPrefix("key id:  winter\n"))
    let used = try gatehouse.run("partner", "rotate", "cjj", "--retire", "winter")
    #expect(used.status == 0)
    #expect(try gatehouse.run("partner", "rotate", "cjj", "--key-id", "k1").status == 1)
    #expect(try gatehouse.run("partner", "rotate", "nobody").errors.contains("no partner nobody"))
    let other = try secret(second)
    let signed = try gatehouse.run(
      "partner", "sign", "cjj", "a=1", "--timestamp", "1700000000",
      "--nonce", "5f0c7a1e9b3d4c28")
    let known = try gatehouse.run(
      [
        "partner", "sign", "cjj", "a=1", "--timestamp", "1700000000", "--nonce", "5f0c7a1e9b3d4c28",
      ],
      environment: ["GATEHOUSE_PARTNER_SECRET": other])
    #expect(signed.output == known.output && signed.output.contains("\nsign="))
  }

  @Test("switches a partner off and on again")
  func disables() throws {
    #expect(
      try gatehouse.run("partner", "disable", "cjj-test").output == "cjj-test is switched off.\n")
    #expect(try gatehouse.run("partner", "list").output.hasSuffix("; DISABLED\n"))
    #expect(try texts("select app_id::text from parking.partner where disabled_at is null") == [])
    let on = try gatehouse.run("partner", "disable", "cjj-test", "--undo")
    #expect(on.output == "cjj-test is switched on.\n")
    #expect(try !gatehouse.run("partner", "list").output.contains("DISABLED"))
    let nobody = try gatehouse.run("partner", "disable", "nobody")
    #expect(nobody.status == 1 && nobody.errors.contains("there is no partner nobody"))
  }

  private static let dates = #"[{"date":"2018-01-02","start_time":"19:00","end_time":"06:30"}]"#
  private static let moment = ["--timestamp", "1700000000", "--nonce", "5f0c7a1e9b3d4c28"]

  @Test(
    "signs the published order by its parameters",
    arguments: [
      ("HMAC-SHA256", "1D3F3F61FC9A0887591D35C43CADA5458A0EFB1A3778875954ECE7664CFE40AF"),
      ("MD5", "04331DD211395E2E24B1EBA7EC4A6638"),
    ])
  func signsParameters(type: String, sign: String) throws {
    let outcome = try gatehouse.run(
      [
        "partner", "sign", "cjj-test", "park_sn=P001", "car_plate_no=苏 E88888",
        "dates=\(Self.dates)", "--sign-type", type,
      ] + Self.moment)
    let text =
      "app_id=cjj-test&car_plate_no=苏 E88888&dates=\(Self.dates)&nonce=5f0c7a1e9b3d4c28"
      + "&park_sn=P001&sign_type=\(type)&timestamp=1700000000\n"
    #expect(outcome.output.contains(text) && outcome.output.contains("\nsign=\(sign)\n"))
    #expect(!outcome.output.contains(TestPartner.secret))
  }

  @Test("signs the published JSON order by headers")
  func signsHeaders() throws {
    let body = try gatehouse.file(
      "order.json", #"{"park_sn":"P001","car_plate_no":"苏 E88888","dates":\#(Self.dates)}"#)
    let outcome = try gatehouse.run(
      ["partner", "sign", "cjj-test", "--body", body] + Self.moment)
    #expect(
      outcome.output.contains("a07ab56be5bd9fb1aba68ee61f78344cb261173a67fec6ef6cf23160973484c9"))
    #expect(
      outcome.output.contains(
        "X-Signature: v1=093258c2723e171011fb49b2c678152f9fb495b796f3b5a794d9904913d8ea5a"))
    #expect(!outcome.output.contains(TestPartner.secret))
  }

  /// Options after `partner sign`, with the status and what is said.
  static let unsignable: [(arguments: [String], status: Int32, message: String)] = [
    (["nobody", "a=1"], 1, "partner nobody has no live key"),
    (["cjj-test", "a"], 64, "“a” is no parameter; write NAME=VALUE"),
    (["cjj-test", "=1"], 64, "is no parameter"),
    (["cjj-test", "--nonce", "short"], 64, "a nonce is 8 to 64 letters"),
    (["cjj-test", "--sign-type", "SHA1"], 64, "--sign-type is HMAC-SHA256 or MD5"),
    (["cjj-test", "a=1", "--body", "-"], 64, "two ways to sign; use one"),
    (["cjj-test", "--body", "/no/such/file"], 1, "/no/such/file"),
    (["cjj-test", "--timestamp", "now"], 64, "'now' is invalid for '--timestamp"),
  ]

  @Test("says why something cannot be signed", arguments: unsignable)
  func explains(arguments: [String], status: Int32, message: String) throws {
    let outcome = try gatehouse.run(["partner", "sign"] + arguments)
    #expect(outcome.status == status && outcome.errors.contains(message), "\(outcome)")
    #expect(outcome.output.isEmpty)
  }
}
