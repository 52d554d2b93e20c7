import Foundation
import GatehouseTesting
import HTTP
import ParkingStore
import PostgreSQL
import Testing

@testable import ParkingAPI

/// A terminal at the test parks: the application in this process, on a database of its own.
struct Terminal {
  let database: TestDatabase
  let connection: Connection
  let application: Application

  init() throws {
    database = try TestDatabase(.schema)
    connection = try database.connect()
    try TestPark.insert(into: connection)
    let pictures = FileManager.default.temporaryDirectory.appending(path: database.name)
    try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
    application = try Application(
      store: ParkingStore(conninfo: database.conninfo(.worker), pictures: pictures.path))
  }

  /// What a request gets, its body read as the envelope.
  struct Reply {
    let response: Response
    let envelope: JSON

    init(_ response: Response) throws {
      self.response = response
      envelope = try JSON.parse(response.body)
    }

    var status: Int { response.status }
    var code: Int? { envelope["code"]?.number.flatMap { Int($0) } }
    var message: String? { envelope["message"]?.string }
    var data: JSON { envelope["data"] ?? .null }
  }

  /// A request to a booth's URL, as the terminal of a trusted network sends it.
  func ask(
    _ path: String, _ query: String = "", change: (inout Request) -> Void = { _ in }
  ) throws -> Reply {
    var request = Request(
      path: "/park/v1/sentrybox/\(path)", query: Array(query.utf8), park: "DEMO001",
      requestID: "test")
    change(&request)
    return try Reply(application.answer(request))
  }

  /// A push of the generic camera of a booth.
  @discardableResult
  func push(_ plate: String, at boothID: String, minutesAgo: Int? = nil) throws -> Reply {
    var body = #"{"plate":"\#(plate)""#
    if let minutesAgo {
      let time = Date(timeIntervalSinceNow: -60 * Double(minutesAgo))
      body += #","replay":true,"captured_at":"\#(time.formatted(.iso8601))""#
    }
    let request = Request(
      method: .post, path: "/device/v1/generic/\(boothID)-camera", contentType: "application/json",
      body: Array("\(body)}".utf8))
    return try Reply(application.answer(request))
  }

  /// Makes a car stand at `demo-out-1` with 700 fen to pay; the number of its stay.
  func standingStay(_ plate: String = "苏E88888") throws -> String {
    try push(plate, at: "demo-in-1", minutesAgo: 67)
    try push(plate, at: "demo-out-1")
    return try #require(try ask("unfee", "_id=demo-out-1").data["_id"]?.string)
  }

  /// All that presses change, in one number.
  func changes() throws -> Int64 {
    try connection.query(
      """
      select (select count(*) from parking.arrival) + (select count(*) from parking.audit)
        + (select count(*) from parking.opening) + (select count(*) from parking.capture)
        + (select count(*) from parking.opening where delivered_at is not null)
      """
    ).one().decode(at: 0)
  }
}
