import Foundation
import GatehouseTesting
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

/// A database of its own with the test parks, and a store on it as a worker has one.
struct Gates {
  let database: TestDatabase
  let store: ParkingStore
  /// The superuser's connection, to look and to change.
  let connection: Connection
  let pictures: URL

  init() throws {
    database = try TestDatabase(.schema)
    connection = try database.connect()
    try TestPark.insert(into: connection)
    pictures = FileManager.default.temporaryDirectory.appending(path: database.name)
    try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
    store = Self.store(on: database)
  }

  /// Another worker's store on the same database.
  static func store(on database: TestDatabase) -> ParkingStore {
    let folder = FileManager.default.temporaryDirectory.appending(path: database.name)
    return ParkingStore(conninfo: database.conninfo(.worker), pictures: folder.path)
  }

  func park(_ parkSN: String = "DEMO001") throws -> ParkSettings {
    try #require(try store.park(parkSN))
  }

  func visit(_ boothID: String, _ caller: Caller = .network) throws -> BoothVisit {
    try store.visit(boothID, caller)
  }

  func count(_ query: SQL) throws -> Int {
    Int(try connection.query(query).one().decode(Int64.self, at: 0))
  }

  func text(_ query: SQL) throws -> String? {
    try connection.query(query).first.map { try $0.decode(String.self, at: 0) }
  }

  /// The stay of a plate that is inside.
  func stayID(_ plate: String) throws -> Int64 {
    try connection.query("select stay_id from parking.open_stay where plate = \(plate)").one()
      .decode(at: 0)
  }
}

extension ParkingStore {
  /// A visit at a booth of the test parks.
  func visit(_ boothID: String, _ caller: Caller = .network) throws -> BoothVisit {
    let park = try #require(try park(boothID.hasPrefix("demo2") ? "DEMO002" : "DEMO001"))
    return BoothVisit(park: park, booth: try booth(boothID, of: park), caller: caller)
  }

  /// A read by the camera of a booth.
  @discardableResult
  func read(
    _ plate: String, at boothID: String, event: String? = nil, minutesAgo: Int64? = nil,
    skew: Int64? = nil, replay: Bool = false, turnedBack: Bool = false, opensOnReply: Bool = true,
    pictures: [PictureFile] = []
  ) throws -> (opens: Bool, receipt: Receipt) {
    let device = try #require(try device(token: "\(boothID)-camera"))
    var time = minutesAgo.map { device.seenAt.advanced(bySeconds: -$0 * 60) }
    if let skew { time = device.seenAt.advanced(bySeconds: skew) }
    let read = CameraRead(
      vendor: "generic", eventID: event, plate: Plate(reading: plate), capturedAt: time,
      isReplay: replay || minutesAgo != nil, isTurnedBack: turnedBack,
      opensOnReply: opensOnReply, pictures: pictures)
    let receipt = try receive(read, from: device) { reply in
      StoredReply(body: Array("\(reply.opens) \(reply.display)".utf8), contentType: "text/plain")
    }
    return (receipt.reply.body.starts(with: "true".utf8), receipt)
  }

  /// `leave/permit-through` with the money taken.
  func pay(_ stayID: Int64, _ total: Int, coupon: Int = 0, at visit: BoothVisit) throws {
    let release = ExitPress.Release.paid(
      total: Money(fen: total), coupon: Money(fen: coupon), method: .cash)
    try permitExit(ExitPress(stayID: stayID, release: release), at: visit)
  }

  /// `enter/permit-through`
  func letIn(_ plate: String, at visit: BoothVisit) throws {
    try permitEntry(
      EntryPress(plate: Plate(reading: plate), category: nil, arrivalID: nil), at: visit)
  }
}
