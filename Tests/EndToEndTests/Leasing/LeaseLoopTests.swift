import Foundation
import HTTP
import PostgreSQL
import Testing

// One at a time: they cut the network and kill the relays.
@Suite("Leasing between both systems", .serialized)
struct LeaseLoopTests {
  private let loop: Loop

  init() throws {
    loop = try Loop.shared
    loop.toApp.mend()
    loop.toCloud.mend()
    let loop = loop
    try wait(for: "two relays") { loop.relays().count == 2 }
  }

  @Test("A price, three nights, a stay of 70 minutes besides, a cancellation: both sides agree")
  func wholeLoop() throws {
    let park = loop.park(1)
    try wait(for: "the offer at the app") { try loop.priceAtApp(park) == 100 }
    let change = try loop.installation.gatehouse("lease", "offer", park.parkSN, "--price", "120")
    #expect(change == "change lease offer of \(park.parkSN): price “100” → “120”\n")
    try wait(for: "the new price at the app") { try loop.priceAtApp(park) == 120 }

    let plate = Plates.fresh()
    let nights = try (1...3).map { try loop.day($0) }
    let sold = try buy(nights[0...1], plate, park)
    // 23 half hours: the first at 500, each further one at 120.
    #expect(sold["data"]?["total_price"]?.integer == 2 * (500 + 22 * 120))
    try wait(for: "two windows here") { try loop.windows(at: park).count == 2 }
    try buyTwiceWhileCut(nights[2], plate, park)
    #expect(try loop.windows(at: park) == nights.map { "\(plate) \($0) 19:00-06:30" })

    try loop.pass(atEndOfFirstWindowAt: park)
    try parkOvernight(plate, park)
    try cancelSecondNight(plate, park)
    #expect(try loop.windows(at: park) == loop.orders(at: park))
    #expect(try loop.windows(at: park).count == 2)
    try wait(for: "everything to be delivered") { try loop.waiting() == 0 }
  }

  @Test("A closed offer is no longer sold, and a reading corrects what the app has")
  func closedAndCorrected() throws {
    let park = loop.park(2)
    try wait(for: "the offer at the app") { try loop.priceAtApp(park) == 100 }
    try loop.app().execute(
      """
      update leasing_app.offer set price = 1, changed_at = now() - interval '1 hour'
      where park_sn = \(park.parkSN)
      """)
    try wait(for: "the price corrected") { try loop.priceAtApp(park) == 100 }
    let cloud = try loop.cloud()
    try cloud.execute(
      "update parking.lease_offer set is_open = false where park_sn = \(park.parkSN)")
    let (plate, day) = (Plates.fresh(), try loop.day(1))
    try wait(for: "a refusal to sell") {
      let code = try buy([day], plate, park)["code"]?.integer ?? 0
      return code == 3001 || code == 3002
    }
  }

  @Test("Relays that are killed again and again lose, double and reorder no change of an offer")
  func killedWithOffers() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let parks = [3, 4, 5].map(loop.park)
    for park in parks {
      try wait(for: "the offer at the app") { try loop.priceAtApp(park) == 100 }
    }
    let cloud = try loop.cloud()
    var last: [String: Int64] = [:]
    var kills = 0
    for price in 1001...1160 as ClosedRange<Int64> {
      let park = parks[Int.random(in: 0..<3, using: &random)]
      try loop.setPrice(price, at: park, cloud)
      last[park.parkSN] = price
      usleep(UInt32.random(in: 20_000...90_000, using: &random))
      if Int.random(in: 0..<4, using: &random) == 0 { kills += loop.killRelays() }
    }
    #expect(kills > 5, "seed \(seed)")
    try wait(for: "everything to be delivered, seed \(seed)") { try loop.waiting() == 0 }
    for park in parks {
      #expect(try loop.priceAtApp(park) == last[park.parkSN], "seed \(seed)")
      let taken = try loop.pricesTaken(park)
      #expect(taken == taken.sorted(), "seed \(seed)")
    }
    let unsettled: Int64 = try cloud.query(
      "select count(*) from parking.outbox where gave_up_at is not null"
    ).one().decode(at: 0)
    #expect(unsettled == 0, "seed \(seed)")
  }

  @Test("Relays that are killed again and again bring every order once")
  func killedWithOrders() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let park = loop.park(6)
    try wait(for: "the offer at the app") { try loop.priceAtApp(park) == 100 }
    let night = try loop.day(2)
    var kills = 0
    for _ in 0..<40 {
      let answer = try loop.drive(
        "lease/order/place",
        """
        {"park_sn":"\(park.parkSN)","car_plate_no":"\(Plates.fresh())",\
        "dates":[{"date":"\(night)"}]}
        """)
      #expect(answer["code"]?.integer == 0)
      usleep(UInt32.random(in: 0...150_000, using: &random))
      if Int.random(in: 0..<2, using: &random) == 0 { kills += loop.killRelays() }
    }
    #expect(kills > 2, "seed \(seed)")
    // Reconciliation brings windows too, so the outbox itself is looked at.
    try wait(for: "every order to be delivered, seed \(seed)") {
      try loop.deliveries(at: park) == Loop.Deliveries(inOrder: 40, others: 0)
    }
    #expect(try loop.windows(at: park).count == 40, "seed \(seed)")
    #expect(try loop.windows(at: park) == loop.orders(at: park), "seed \(seed)")
  }

  @Test("Three relays at once do no work twice")
  func threeRelays() throws {
    let park = loop.park(7)
    try wait(for: "the offer at the app") { try loop.priceAtApp(park) == 100 }
    try wait(for: "quiet") { try loop.waiting() == 0 }
    let more = try (0..<2).map { _ in try loop.startRelay() }
    defer { for relay in more { kill(relay, SIGTERM) } }
    try wait(for: "four relays") { loop.relays().count == 4 }
    let cloud = try loop.cloud()
    let before = try loop.pricesTaken(park).count
    for price in 2001...2060 as ClosedRange<Int64> {
      try loop.setPrice(price, at: park, cloud)
      usleep(40_000)
    }
    try wait(for: "everything to be delivered") { try loop.waiting() == 0 }
    let row = try cloud.query(
      """
      select count(*) filter (where delivered_at is not null), coalesce(sum(attempts), 0)::bigint
      from parking.outbox where subject = \(park.parkSN) and (body->>'price')::bigint > 2000
      """
    ).one()
    let (delivered, attempts): (Int64, Int64) = (try row.decode(at: 0), try row.decode(at: 1))
    #expect(delivered == attempts)
    let taken = try loop.pricesTaken(park).dropFirst(before)
    #expect(taken.count == Int(delivered))
    #expect(Array(taken) == taken.sorted())
    #expect(taken.last == 2060)
    for relay in more { kill(relay, SIGTERM) }
    try wait(for: "the other relays to stop") { loop.relays().count == 2 }
  }

  @Test("gatehouse lease reconcile reads the app by HTTPS, whatever proxies the environment names")
  func reconcile() throws {
    let park = loop.park(8)
    try wait(for: "the offer at the app") { try loop.priceAtApp(park) == 100 }
    let plate = Plates.fresh()
    #expect(try buy([loop.day(2)], plate, park)["code"]?.integer == 0)
    try wait(for: "the window here") { try loop.windows(at: park).count == 1 }
    let nowhere = "http://127.0.0.1:1"
    var environment = ["GATEHOUSE_TRUST": "\(loop.installation.state)/tls/certificate.pem"]
    for name in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy"] {
      environment[name] = nowhere
    }
    let words = ["lease", "reconcile", "--park", park.parkSN]
    try wait(for: "no relay to read that park") {
      let output = try? loop.installation.gatehouse(words + ["--dry-run"], environment: environment)
      return output == """
        cjj-test \(park.parkSN): 1 windows on 1 pages (dry run, nothing was changed)
          no difference

        """
    }
    // Without the certificate nobody is believed.
    environment["GATEHOUSE_TRUST"] = nil
    #expect(throws: Shell.Failure.self) {
      try loop.installation.gatehouse(words + ["--dry-run"], environment: environment)
    }
  }

  private func buy(
    _ nights: some Sequence<String>, _ plate: String, _ park: TestPark
  ) throws -> JSON {
    try loop.drive("lease/order/place", order(nights, plate, park))
  }

  private func order(
    _ nights: some Sequence<String>, _ plate: String, _ park: TestPark
  ) -> String {
    let dates = nights.map { #"{"date":"\#($0)","start_time":"19:00","end_time":"06:30"}"# }
    return
      #"{"park_sn":"\#(park.parkSN)","car_plate_no":"\#(plate)","dates":[\#(dates.joined(separator: ","))]}"#
  }

  /// The third night, twice at once, while the network to us is cut.
  private func buyTwiceWhileCut(_ night: String, _ plate: String, _ park: TestPark) throws {
    loop.toCloud.cut()
    let (loop, body) = (loop, order([night], plate, park))
    try Crew.work(2) { _ in
      let answer = try loop.drive("lease/order/place", body)
      #expect(answer["code"]?.integer == 0)
    }
    #expect(try loop.orders(at: park).count == 3)
    loop.toApp.cut()
    usleep(2_500_000)
    loop.toApp.mend()
    loop.toCloud.mend()
    try wait(for: "three windows here") { try loop.windows(at: park).count == 3 }
    // A reading may have brought the third before the order itself arrives.
    try wait(for: "every order to be delivered") { try loop.deliveries(at: park).others == 0 }
  }

  /// Half an hour before the window to forty minutes after it: one session of 70 minutes.
  private func parkOvernight(_ plate: String, _ park: TestPark) throws {
    try park.entry.camera.replay(plate, minutesAgo: 40 + 690 + 30)
    let read = try park.exit.camera.push(plate)
    #expect(read.data["open"]?.bool == false)
    let due = try park.exit.unfee()
    #expect(due.number("total_amount") == 700)
    let quote: String = try loop.cloud().query(
      "select quote::text from parking.open_stay where park_sn = \(park.parkSN)"
    ).one().decode(at: 0)
    #expect(quote.contains("错峰租赁"))
    let stay = try #require(due.text("_id"))
    #expect(try park.exit.permitExit(stay, total: 700).code == 0)
    #expect(try park.exit.camera.poll().data["open"]?.bool == true)
  }

  private func cancelSecondNight(_ plate: String, _ park: TestPark) throws {
    let second = try loop.orders(at: park)[1].split(separator: " ")
    let times = second[2].split(separator: "-")
    let answer = try loop.drive(
      "lease/order/cancel",
      """
      {"park_sn":"\(park.parkSN)","car_plate_no":"\(plate)","dates":[{"date":"\(second[1])",\
      "start_time":"\(times[0])","end_time":"\(times[1])"}]}
      """)
    #expect(answer["code"]?.integer == 0)
    let cloud = try loop.cloud()
    try wait(for: "the absence to be noted") {
      let count: Int64 = try cloud.query(
        """
        select count(*) from parking.lease_absence a join parking.lease_window w using (window_id)
        where w.park_sn = \(park.parkSN)
        """
      ).one().decode(at: 0)
      return count == 1
    }
    // Readings every two seconds do not count: five minutes must lie between two.
    usleep(3_000_000)
    #expect(try loop.windows(at: park).count == 3)
    try loop.passSinceAbsence(at: park)
    try wait(for: "the window to be taken back") { try loop.windows(at: park).count == 2 }
    try wait(for: "the report of it") {
      let reported: Int64 = try cloud.query(
        """
        select count(*) from parking.lease_difference d join parking.lease_reading r using (reading_id)
        where d.what = 'taken_back' and r.park_sn = \(park.parkSN) and r.taken_back = 1
        """
      ).one().decode(at: 0)
      return reported == 1
    }
  }
}
