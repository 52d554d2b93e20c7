import Foundation
import GatehouseTesting
import HTTP
import PostgreSQL
import Testing

@Suite("What must not be kept")
struct HygieneTests {
  @Test("No camera's password is in the database or in a log, and no token in a log")
  func secrets() throws {
    let park = try Stage.throughNginx.park()
    let secret = "hunter-\(UInt64.random(in: 0 ... .max))"
    for (vendor, type, body) in Self.bodies(secret) {
      var call = Call(
        "/device/v1/\(vendor)/\(park.entry.id)-camera?token=\(park.entry.id)-camera",
        host: park.host)
      call.method = "POST"
      call.body = Call.Body(type: type, bytes: Array(body.utf8))
      #expect(try park.send(call).status == 200)
    }
    // A request that fails, and one of a stranger, are logged too.
    for token in ["\(park.entry.id)-camera", "stranger-\(secret)"] {
      for path in [
        "/device/v1/vzenith/\(token)/nothing", "/device/v1/hikvision/\(token)",
        "/device/v1/nobody/\(token)", "/device/vzenith/\(token)", "/Device/v1/vzenith/\(token)",
        "/park//device/v1/generic/\(token)", "/device/v1/generic/%2e%2e/\(token)",
      ] {
        var call = Call(path, host: park.host)
        call.method = "POST"
        call.body = Call.Body(type: "text/plain", bytes: Array("<!DOCTYPE \(secret)>".utf8))
        _ = try park.send(call)
      }
    }
    #expect(try Self.database(park).contains { $0.contains("neighbour") })
    #expect(try !Self.database(park).contains { $0.contains(secret) })
    // nginx writes its lines a second late at most, unless the machine is busy.
    try wait(for: "the lines of the log") {
      try Self.logs(park.installation.state).contains("/device/v1/vzenith/-")
    }
    Thread.sleep(forTimeInterval: 1.5)
    let logs = try Self.logs(park.installation.state)
    #expect(!logs.contains(secret))
    #expect(!logs.contains("\(park.entry.id)-camera"))
  }

  private static func bodies(_ secret: String) -> [(String, String, String)] {
    let heartbeat = ["device_name": "IVS", "serialno": "s", " pass_wd": secret].map {
      "--b\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
    }
    return [
      ("vzenith", "multipart/form-data; boundary=b", "\(heartbeat.joined())--b--\r\n"),
      ("vzenith", "application/x-www-form-urlencoded", "serialno=s&pass_wd=\(secret)"),
      ("vzenith", "application/json", #"{"serialno":"s","pass_wd":"\#(secret)"}"#),
      (
        "vzenith", "application/json",
        #"{"AlarmGioIn":{"neighbour":1,"pass_wd":"\#(secret)","result":{"TriggerResult":{"source":1,"value":1}}}}"#
      ),
      (
        "vzenith", "application/json",
        #"{"AlarmInfoPlate":{"user":{"pass_wd":"\#(secret)"},"result":{"PlateResult":{"license":"\#(Plates.fresh())"}}}}"#
      ),
      (
        "huaxia", "application/x-www-form-urlencoded",
        "type=online&passwd=\(secret)&plate_num=\(Plates.fresh().percentEncoded)"
      ),
    ]
  }

  /// Every row of every table, as text.
  private static func database(_ park: TestPark) throws -> [String] {
    let connection = try park.books.connection()
    let tables = try connection.query(
      """
      select c.oid::regclass::text from pg_class c
      where c.relnamespace = 'parking'::regnamespace and c.relkind = 'r' and c.relname <> 'vehicle'
      """
    ).map { try $0.decode(String.self, at: 0) }
    return try tables.flatMap { table in
      let body: SQL =
        table.hasSuffix("device_event")
        ? "encode(t.body, 'escape') || t::text" : "t::text"
      return try connection.query("select \(body) from \(SQL(unsafeRaw: table)) t").map {
        try $0.decode(String.self, at: 0)
      }
    }
  }

  private static func logs(_ state: String) throws -> String {
    let folder = "\(state)/logs"
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      String(
        decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(),
        as: UTF8.self)
    }.joined()
  }
}
