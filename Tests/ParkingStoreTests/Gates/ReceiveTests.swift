import Foundation
import GatehouseTesting
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("Taking a camera's event")
struct ReceiveTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  @Test("A repeated event gets the stored reply byte for byte and has no effect")
  func repeated() throws {
    let first = try gates.store.read("苏E88888", at: "demo-in-1", event: "e-1")
    try gates.store.read("苏E88888", at: "demo-in-1", event: "e-2", turnedBack: true)
    let again = try gates.store.read("苏E66666", at: "demo-in-1", event: "e-1")
    #expect(!first.receipt.isRepeated && again.receipt.isRepeated)
    #expect(again.receipt.reply == first.receipt.reply)
    #expect(try gates.count("select count(*) from parking.capture") == 2)
    #expect(try gates.count("select count(*) from parking.open_stay") == 0)
  }

  @Test("The same id of another camera is another event, and no id is never the same")
  func otherEvents() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", event: "e-1")
    #expect(try !gates.store.read("苏E66666", at: "demo-in-2", event: "e-1").receipt.isRepeated)
    try gates.store.read("苏E55555", at: "demo-in-1")
    #expect(try !gates.store.read("苏E55555", at: "demo-in-1").receipt.isRepeated)
    #expect(try gates.count("select count(*) from parking.capture") == 4)
  }

  @Test("A wrong clock is known after three events over two minutes, and its skew recorded")
  func wrongClock() throws {
    for number in 1...3 {
      #expect(try !gates.store.read("苏E8888\(number)", at: "demo-in-1", skew: 3_600).opens)
    }
    #expect(try !gates.store.read("苏E66660", at: "demo-in-1", skew: 3_602).opens)
    try gates.connection.run(
      script: "update parking.device set steady_since = steady_since - interval '2 min'")
    #expect(try gates.store.read("苏E66666", at: "demo-in-1", skew: 3_605).opens)
    let skew = try gates.count(
      "select steady_skew_ms from parking.device where device_id = 'demo-in-1'")
    #expect((3_590_000...3_605_000).contains(skew))
    #expect(
      try gates.count("select count(*) from parking.review_item where reason = 'clock'") == 4)
    #expect(
      try gates.count(
        """
        select count(*) from parking.open_stay
        where enter_time between now() - interval '1 min' and now()
        """) == 1)
  }

  @Test("The same id in another vendor's format is another event")
  func otherVendor() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", event: "e-1")
    let device = try #require(try gates.store.device(token: "demo-in-1-camera"))
    let read = CameraRead(vendor: "dahua", eventID: "e-1", plate: Plate(reading: "苏E66666"))
    let receipt = try gates.store.receive(read, from: device) { _ in
      StoredReply(body: [], contentType: "text/plain")
    }
    #expect(!receipt.isRepeated)
    #expect(try gates.count("select count(*) from parking.open_stay") == 2)
  }

  @Test("A replay makes history by its own time, opens nothing and leaves the skew alone")
  func replay() throws {
    #expect(try !gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67).opens)
    #expect(try gates.count("select count(*) from parking.opening") == 0)
    #expect(
      try gates.count(
        """
        select round(extract(epoch from received_at - enter_time) / 60)::bigint
        from parking.open_stay, parking.capture
        """) == 67)
    #expect(
      try gates.count(
        "select count(*) from parking.device where steady_events > 0 or last_skew_ms is not null")
        == 0)
  }

  @Test("A late exit closes the stay unpaid")
  func lateExit() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 90)
    try gates.store.read("苏E88888", at: "demo-out-1", minutesAgo: 23)
    #expect(
      try gates.text(
        """
        select concat_ws(' ', outcome, pay_status, total_amount, r.reason)
        from parking.stay join parking.review_item r using (stay_id)
        """) == "left 0 700 replayed_exit")
    #expect(try !gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 60).opens)
    #expect(try gates.count("select count(*) from parking.open_stay") == 0)
  }

  @Test("Its pictures are files named by their content, and the park's")
  func pictures() throws {
    let picture = PictureFile(format: .jpeg, bytes: [0xFF, 0xD8, 0xFF, 0xE0] + Array("x".utf8))
    try gates.store.read("苏E88888", at: "demo-in-1", pictures: [picture])
    try gates.store.read("苏E66666", at: "demo-in-2", pictures: [picture])
    let found = try #require(
      try gates.store.picture(digest: picture.digest, of: gates.park(), for: .network))
    let name = picture.digest.hex
    #expect(found.path == "\(name.prefix(2))/\(name).jpg" && found.mediaType == "image/jpeg")
    let file = gates.pictures.appending(path: found.path)
    #expect(try Array(Data(contentsOf: file)) == picture.bytes)
    #expect(try gates.count("select count(*) from parking.picture") == 1)
    #expect(
      try gates.store.picture(
        digest: picture.digest, of: gates.park("DEMO002"), for: .network) == nil)
    #expect(try gates.store.picture(digest: [1, 2], of: gates.park(), for: .network) == nil)
    #expect(
      try gates.count(
        "select count(*) from parking.access_log where kind = 'picture' and caller = 'network'")
        == 1,
      "That it was looked at is written down")
    let folder = try FileManager.default.contentsOfDirectory(
      atPath: file.deletingLastPathComponent().path)
    #expect(folder == ["\(name).jpg"])
  }

  @Test("A picture that cannot be written costs the picture alone")
  func unwritable() throws {
    let store = ParkingStore(
      conninfo: gates.database.conninfo(.worker), pictures: "/dev/null/nowhere")
    let picture = PictureFile(format: .png, bytes: [1, 2, 3])
    #expect(try store.read("苏E88888", at: "demo-in-1", pictures: [picture]).opens)
    #expect(try gates.count("select count(*) from parking.picture") == 0)
    #expect(
      try gates.count("select count(*) from parking.open_stay where enter_picture is null") == 1)
  }

  @Test("A camera is known by its token until it is retired")
  func device() throws {
    let device = try #require(try gates.store.device(token: "demo2-in-1-camera"))
    #expect(device.park.parkSN == "DEMO002" && device.booth.boothID == "demo2-in-1")
    #expect(try gates.store.device(token: "demo2-in-1-camerA") == nil)
    try gates.connection.run(script: "update parking.device set retired_at = now()")
    #expect(try gates.store.device(token: "demo2-in-1-camera") == nil)
  }
}
