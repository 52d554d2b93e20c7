import Foundation
import Parking

/// Drives cars through a park, one request after another.
struct Simulator {
  /// How the cars come.
  struct Traffic {
    /// The beginning of every plate.
    let platePrefix: String
    /// Cars for each minute, on average.
    let carsPerMinute: Double
  }

  /// How many cars there are inside, on average, at most.
  private static let aimedInside = 30.0
  /// The longest average stay, in seconds.
  private static let longestStay = 60.0
  /// How often a car tries to leave before it is given up.
  private static let maximumAttempts = 5

  private let client: BoothClient
  private let entry: BoothClient.Booth
  private let exit: BoothClient.Booth
  private let traffic: Traffic
  private var cars: [SimulatedCar] = []
  private var nextArrival = Date()
  private var nextPlate = Int.random(in: 0..<10_000)
  private var events = 0
  private let run = UInt32.random(in: 0 ... .max)
  /// What happened so far.
  private(set) var count = SimulationCount()

  init(
    _ client: BoothClient, entry: BoothClient.Booth, exit: BoothClient.Booth, traffic: Traffic
  ) {
    self.client = client
    self.entry = entry
    self.exit = exit
    self.traffic = traffic
  }

  /// Does what is due, and tells when the next thing is.
  mutating func advance(now: Date, isClosing: Bool) -> Date {
    if isClosing {
      cars.removeAll { $0.step == .arrive }
    } else if now >= nextArrival {
      arrive(now)
    }
    let due = cars.indices.filter { isClosing || cars[$0].time <= now }
    if let index = due.min(by: { cars[$0].time < cars[$1].time }) {
      move(cars.remove(at: index))
      return now
    }
    return (cars.map(\.time) + (isClosing ? [] : [nextArrival])).min() ?? now
  }

  /// Whether nobody is on the way.
  var isEmpty: Bool { cars.isEmpty }

  private mutating func arrive(_ now: Date) {
    let gap = -log(Double.random(in: 0.000_001..<1)) * 60 / traffic.carsPerMinute
    // Cars that could not be sent in time are not sent all at once later.
    nextArrival = max(nextArrival.addingTimeInterval(gap), now.addingTimeInterval(-1))
    nextPlate = (nextPlate + 1) % 10_000
    let digits = String(nextPlate)
    let plate =
      traffic.platePrefix + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    guard !cars.contains(where: { $0.plate == plate }) else { return }
    let isStored = Int.random(in: 0..<3) == 0
    cars.append(
      SimulatedCar(
        plate: plate, time: now, storedMinutes: isStored ? Int.random(in: 31...600) : nil))
  }

  private mutating func move(_ car: SimulatedCar) {
    do throws(HTTPClient.NoAnswer) {
      switch car.step {
      case .arrive: try enter(car)
      case .leave: try leave(car)
      }
    } catch {
      fail(error.description)
      retry(car)
    }
  }

  private mutating func fail(_ message: String) {
    count.errors += 1
    count.lastError = message
  }

  private mutating func retry(_ car: SimulatedCar) {
    var car = car
    car.attempts += 1
    car.time = Date().addingTimeInterval(Double(car.attempts) * 2)
    if car.attempts < Self.maximumAttempts { cars.append(car) }
  }

  private mutating func event() -> String {
    events += 1
    return "sim-\(run)-\(events)"
  }

  private mutating func enter(_ car: SimulatedCar) throws(HTTPClient.NoAnswer) {
    let time = car.storedMinutes.map { Date().addingTimeInterval(-60 * Double($0)) }
    let read = try client.read(car.plate, at: entry, event: event(), replayOf: time)
    guard read.isDone else { return fail(read.refusal) }
    if time == nil, read.data["open"]?.isTrue != true {
      let press = try client.ask(
        "enter/permit-through",
        [("_id", entry.id), ("license", car.plate), ("car_fee_type", "0")], isPress: true)
      guard press.isDone else { return fail(press.refusal) }
      _ = try client.poll(at: entry)
    }
    count.entered += 1
    var car = car
    let average = min(Self.longestStay, Self.aimedInside * 60 / traffic.carsPerMinute)
    car.time = Date().addingTimeInterval(max(1, average * Double.random(in: 0.3...1.7)))
    (car.step, car.attempts) = (.leave, 0)
    cars.append(car)
  }

  private mutating func leave(_ car: SimulatedCar) throws(HTTPClient.NoAnswer) {
    let read = try client.read(car.plate, at: exit, event: event())
    guard read.isDone else {
      fail(read.refusal)
      return retry(car)
    }
    guard read.data["open"]?.isTrue != true else {
      count.left += 1
      return
    }
    let fee = try client.ask("unfee", [("_id", exit.id)])
    guard fee.data["has"]?.integer == 1, fee.data["license"]?.text == car.plate,
      let stay = fee.data["_id"]?.text, let total = fee.data["total_amount"]?.integer
    else {
      fail(fee.isDone ? "another vehicle stands at \(exit.id)" : fee.refusal)
      return retry(car)
    }
    try pay(stay, total, isManual: !fee.isDone)
  }

  private mutating func pay(
    _ stay: String, _ total: Int, isManual: Bool
  ) throws(HTTPClient.NoAnswer) {
    let coupon = isManual ? 0 : try coupon(stay)
    let press = try client.ask(
      "leave/permit-through",
      [
        ("_id", exit.id), ("manual", isManual ? "1" : "0"), ("car_park_records_id", stay),
        ("coupon_amount", "\(coupon)"), ("total_amount", "\(total)"),
        ("pay_method", ["cash", "wechat", "alipay"].randomElement() ?? "cash"),
      ], isPress: true)
    guard press.isDone else { return fail(press.refusal) }
    count.left += 1
    if !isManual, total > coupon {
      count.payments += 1
      count.paid += total - coupon
    }
    _ = try client.poll(at: exit)
  }

  /// One driver in four has a coupon of half an hour.
  private mutating func coupon(_ stay: String) throws(HTTPClient.NoAnswer) -> Int {
    guard Int.random(in: 0..<4) == 0 else { return 0 }
    let press = try client.ask(
      "fee/coupon",
      [("_id", exit.id), ("car_park_records_id", stay), ("coupon_time", "30")], isPress: true)
    guard press.isDone, let amount = press.data["coupon_amount"]?.integer else {
      fail(press.refusal)
      return 0
    }
    return amount
  }
}
