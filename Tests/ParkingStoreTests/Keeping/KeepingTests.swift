import Foundation
import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("What the relay keeps and forgets")
struct KeepingTests {
  let database: TestDatabase
  let relay: RelayStore
  let folder: URL

  init() throws {
    database = try TestDatabase(.schema)
    relay = RelayStore(conninfo: database.conninfo(.relay))
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "ab"), withIntermediateDirectories: true)
    try database.connect().run(
      script: """
        insert into parking.operator values ('op', 'op');
        insert into parking.park (park_sn, operator_id, park_name, places)
          values ('P1', 'op', 'P1', 1), ('P2', 'op', 'P2', 1);
        """)
  }

  @Test(
    "deletes pictures that are too old: the file, then the row; not one that another park keeps")
  func pictures() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["ab01", "ab02", "ab03"].map { $0 + String(repeating: "0", count: 60) }
    for name in names { try Data("x".utf8).write(to: folder.appending(path: "ab/\(name).jpg")) }
    try database.connect().run(
      script: """
        insert into parking.picture (park_sn, digest, media_type, size, stored_at)
          select p, decode(d || repeat('0', 60), 'hex'), 'image/jpeg', 1, t::timestamptz
          from (values ('P1', 'ab01', '2020-01-01'), ('P1', 'ab02', '2020-01-01'),
            ('P2', 'ab02', 'today'), ('P1', 'ab03', 'today'), ('P2', 'ab04', '2020-01-01')) v (p, d, t)
        """)
    #expect(try relay.forgetPictures(in: folder.path) == 3)
    #expect(try relay.forgetPictures(in: folder.path) == 0)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "ab").path)
    #expect(left.sorted() == ["\(names[1]).jpg", "\(names[2]).jpg"])
  }

  @Test("does every chore with the relay's own rights")
  func rights() throws {
    #expect(try relay.forget() == 0)
    #expect(try relay.sweepEvents() == 0)
    try relay.makePartitions()
    let until = try #require(try relay.summarise())
    #expect(until < (try relay.now()))
    let nothing = try relay.sealAudit()
    #expect(nothing.count == 0 && nothing.seal == nil)
    try database.connect().run(
      script: """
        insert into parking.audit (park_sn, at, caller, action) values ('P1', now(), 'session', 'enter')
        """)
    let sealed = try relay.sealAudit()
    #expect(sealed.count == 1 && sealed.seal?.position == 1)
  }
}
