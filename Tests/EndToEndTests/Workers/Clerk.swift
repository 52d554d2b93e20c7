import Foundation
import HTTP
import Synchronization

/// An attendant at one entry and one exit, who asks again until there is an answer, and writes down
/// every answer.
struct Clerk {
  private let park: TestPark
  private let entry: Booth
  private let exit: Booth
  private let ledger: Ledger
  private var random: SeededRandom
  private var events = 0
  private let name: String

  init(_ number: Int, parks: [String], _ installation: Installation, _ ledger: Ledger, seed: UInt64)
  {
    let transport = WireTransport(port: installation.port)
    park = TestPark(parks[number % parks.count], installation, transport)
    let isFirst = number / parks.count % 2 == 0
    entry = isFirst ? park.entry : park.otherEntry
    exit = isFirst ? park.exit : park.otherExit
    self.ledger = ledger
    random = SeededRandom(seed: seed &+ UInt64(number))
    name = "clerk-\(number)-\(UInt32.random(in: 0 ... .max))"
  }

  /// Serves one vehicle from its entry to its exit.
  mutating func serve() throws {
    let plate = Plates.fresh()
    if random.happens(0.3) { return try serveShortVisit(plate) }
    let read = try insist(
      entry.camera.read(
        plate, event: event(), at: Date(timeIntervalSinceNow: -67 * 60), replay: true))
    guard read.code == 0, let stay = read.text("stay_id") else { throw Surprise(read) }
    ledger.note(.entered(plate), at: park.parkSN)
    guard try insist(exit.camera.read(plate, event: event())).text("stay_id") == stay else {
      throw Surprise(read)
    }
    try release(plate, stay, coupon: try takeCoupon(stay))
  }

  /// In by a press, pressed once or twice; out at once, free of charge.
  private mutating func serveShortVisit(_ plate: String) throws {
    for _ in 1...(random.happens(0.5) ? 2 : 1) {
      try expect(0, try press(entry.entryPress(plate)))
    }
    ledger.note(.entered(plate), at: park.parkSN)
    guard random.happens(0.8) else { return }
    let read = try insist(exit.camera.read(plate, event: event()))
    guard read.data["open"] == .bool(true) else { throw Surprise(read) }
    ledger.note(.left(plate, paid: nil), at: park.parkSN)
  }

  private mutating func takeCoupon(_ stay: String) throws -> Int {
    guard random.happens(0.5) else { return 0 }
    var coupon = 0
    for _ in 1...(random.happens(0.3) ? 2 : 1) {
      let (minutes, amount) =
        [(0, 0), (30, 200), (60, 700)].randomElement(using: &random) ?? (0, 0)
      let answer = try press(exit.couponPress(minutes, of: stay))
      guard answer.number("coupon_amount") == amount else { throw Surprise(answer) }
      coupon = amount
    }
    return coupon
  }

  private mutating func release(_ plate: String, _ stay: String, coupon: Int) throws {
    if random.happens(0.2) {
      try expect(2103, try press(exit.exitPress(stay, total: 300, coupon: coupon)))
    }
    if random.happens(0.2) {
      let elsewhere = exit.id == park.exit.id ? park.otherExit : park.exit
      try expect(2102, try press(elsewhere.exitPress(stay, total: 700, coupon: coupon)))
    }
    let isManual = random.happens(0.1)
    let call = exit.exitPress(stay, manual: isManual ? 1 : 0, total: 700, coupon: coupon)
    let due = isManual || coupon == 700 ? nil : 700 - coupon
    if random.happens(0.2) {
      // Presses once and never asks again.
      let answer = try attempt(call)
      ledger.pressed()
      ledger.note(
        answer == nil ? .perhapsLeft(plate, paid: due) : .left(plate, paid: due), at: park.parkSN)
      return
    }
    for _ in 1...(random.happens(0.3) ? 2 : 1) { try expect(0, try press(call)) }
    ledger.note(.left(plate, paid: due), at: park.parkSN)
  }

  private mutating func event() -> String {
    events += 1
    return "\(name)-\(events)"
  }

  private func press(_ call: Call) throws -> Envelope {
    ledger.pressed()
    return try insist(call)
  }

  /// Asks until there is an answer.
  private func insist(_ call: Call) throws -> Envelope {
    let begin = ContinuousClock.now
    while ContinuousClock.now - begin < .seconds(300) {
      if let answer = try attempt(call) { return answer }
      usleep(20_000)
    }
    throw Overdue(description: "no answer within 300 s")
  }

  /// Asks once; nil when nobody is there.
  private func attempt(_ call: Call) throws -> Envelope? {
    let begin = ContinuousClock.now
    let answer = try park.send(call).envelope()
    ledger.note(answer, after: .now - begin)
    return answer.status == 503 ? nil : answer
  }

  private func expect(_ code: Int, _ answer: Envelope) throws {
    guard answer.code == code else { throw Surprise(answer) }
  }
}

/// An answer that is not what the rules say.
struct Surprise: Error, CustomStringConvertible {
  let description: String

  init(_ answer: Envelope) {
    description = "an unexpected answer: \(String(decoding: answer.bytes, as: UTF8.self))"
  }
}
