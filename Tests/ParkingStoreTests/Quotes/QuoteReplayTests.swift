import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("Replaying the quote of a finished stay")
struct QuoteReplayTests {
  let fixture: SiteFixture
  let store: ParkingStore

  init() throws {
    fixture = try SiteFixture()
    try fixture.apply(SiteFixture.demo())
    store = ParkingStore(conninfo: fixture.database.conninfo(.worker), pictures: "/nonexistent")
  }

  /// A car that entered 67 minutes ago and leaves with a coupon of 30 minutes; the stay's number.
  private func stay(_ plate: String) throws -> Int64 {
    let entry = try #require(try store.device(token: "demo-in-1-camera"))
    let exit = try #require(try store.device(token: "demo-out-1-camera"))
    let entered = entry.seenAt.advanced(bySeconds: -67 * 60)
    let read = CameraRead(vendor: "generic", plate: Plate(reading: plate))
    try store.receive(read, from: entry, at: entered)
    _ = try store.receive(read, from: exit) { _ in StoredReply(body: [], contentType: "") }
    let due = try #require(try store.dueStay(at: exit.booth, of: exit.park))
    let visit = BoothVisit(park: exit.park, booth: exit.booth, caller: .network)
    #expect(
      try store.applyCoupon(CouponPress(stayID: due.stayID, minutes: 30), at: visit)
        == Money(fen: 200))
    try store.permitExit(
      ExitPress(
        stayID: due.stayID,
        release: .paid(total: Money(fen: 700), coupon: Money(fen: 200), method: .cash)),
      at: visit)
    return due.stayID
  }

  @Test("gives the same fee, coupon and lines")
  func same() throws {
    let replay = try #require(try fixture.store.replayQuote(stayID: stay("苏E88881")))
    #expect(replay.isSame)
    #expect(replay.replayed.total == Money(fen: 700))
    #expect(replay.replayed.coupon == Money(fen: 200))
  }

  @Test("is not disturbed by a new version of the tariff")
  func newVersion() throws {
    let stayID = try stay("苏E88882")
    try fixture.apply(SiteFixture.demo().changing("price: 200}", to: "price: 900}"))
    #expect(try #require(try fixture.store.replayQuote(stayID: stayID)).isSame)
  }

  @Test("tells a fee that was changed by a single fen")
  func changed() throws {
    let stayID = try stay("苏E88883")
    try fixture.database.connect().execute(
      """
      update parking.stay set total_amount = total_amount + 1, coupon_amount = coupon_amount + 1
      where stay_id = \(stayID)
      """)
    #expect(try #require(try fixture.store.replayQuote(stayID: stayID)).isSame == false)
  }

  @Test("knows no stay that is not finished")
  func unknown() throws {
    #expect(try fixture.store.replayQuote(stayID: 4711)?.kept == nil)
  }
}

extension ParkingStore {
  /// A read that the camera sends later.
  fileprivate func receive(_ read: CameraRead, from device: Device, at time: Instant) throws {
    var read = read
    read.isReplay = true
    read.capturedAt = time
    _ = try receive(read, from: device) { _ in StoredReply(body: [], contentType: "") }
  }
}
