import HTTP
import Testing

@Suite("At an exit")
struct ExitTests {
  @Test("A car within its free minutes is let out at once", arguments: Stage.allCases)
  func free(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleInside(minutes: 20)
    #expect(try park.exit.camera.push(car.plate).data["open"] == .bool(true))
    #expect(try park.books.finished(car.plate).map(\.payStatus) == [2])
    #expect(try park.exit.exits().first?["pay_status"]?.integer == 2)
    #expect(try park.exit.duty().text("free_number") == "1")
    #expect(try park.exit.unfee().number("has") == 0)
  }

  @Test("A car that nobody saw enter goes only by hand", arguments: Stage.allCases)
  func withoutEntry(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    let before = try park.figures()
    #expect(try park.exit.camera.push(plate).data["open"] == .bool(false))
    let due = try park.exit.unfee()
    let stay = try #require(due.text("_id"))
    #expect(due.number("has") == 1)
    #expect(due.text("license") == plate)
    #expect(due.text("enter_time") == "")
    #expect(due.number("total_amount") == 0)
    #expect(try park.figures() == before)

    #expect(try park.exit.permitExit(stay, total: 0).code == 2104)
    #expect(try park.exit.coupon(30, of: stay).code == 2104)
    #expect(try park.exit.camera.poll().data["open"] == .bool(false))
    #expect(try park.exit.permitExitByHand(stay).code == 0)
    #expect(try park.exit.camera.poll().data["open"] == .bool(true))
    #expect(try park.books.reviews() == ["no_entry"])
    #expect(try park.exit.duty().text("manual_through_number") == "1")
  }

  @Test("Wrong amounts are refused by an answer that says ours", arguments: Stage.allCases)
  func wrongAmounts(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.coupon(30, of: car.stay).code == 0)
    for (total, coupon) in [(700, 0), (500, 0), (500, 200), (0, 0), (701, 200), (700, 201)] {
      let answer = try park.exit.permitExit(car.stay, total: total, coupon: coupon)
      #expect(answer.code == 2103)
      #expect(answer.message.contains("700") && answer.message.contains("200"))
    }
    #expect(try park.books.payments(car.stay).isEmpty)
    #expect(try park.exit.camera.poll().data["open"] == .bool(false))
    #expect(try park.exit.permitExit(car.stay, total: 700, coupon: 200).code == 0)
  }

  @Test("A car that drives to another exit takes its coupon along", arguments: Stage.allCases)
  func elsewhere(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling(at: park.exit)
    #expect(try park.exit.coupon(30, of: car.stay).number("coupon_amount") == 200)
    try park.otherExit.camera.push(car.plate)
    #expect(try park.exit.unfee().number("has") == 0)
    #expect(try park.exit.permitExit(car.stay, total: 700, coupon: 200).code == 2102)
    #expect(try park.exit.coupon(0, of: car.stay).code == 2102)
    #expect(try park.otherExit.unfee().text("_id") == car.stay)
    #expect(try park.otherExit.permitExit(car.stay, total: 700, coupon: 200).code == 0)
    #expect(try park.books.payments(car.stay) == [500])
  }

  @Test("A quote holds for 30 minutes", arguments: Stage.allCases)
  func quote(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    try park.books.pass(seconds: 29 * 60)
    #expect(try park.exit.unfee().number("total_amount") == 700)
    try park.books.pass(seconds: 2 * 60)
    #expect(try park.exit.unfee().number("has") == 0)
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 2102)
    try park.exit.camera.push(car.plate)
    #expect(try park.exit.unfee().number("total_amount") == 900)
  }

  @Test("A car that turns back at the exit stays inside", arguments: Stage.allCases)
  func turnedBack(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.camera.push(car.plate, turnedBack: true).data["open"] == .bool(false))
    #expect(try park.exit.unfee().number("has") == 0)
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 2102)
    #expect(try park.books.open(car.plate) == 1)
    #expect(try park.books.finished(car.plate).isEmpty)
    try park.exit.camera.push(car.plate)
    #expect(try park.exit.unfee().text("_id") == car.stay)
  }

  @Test("A coupon that covers all leaves nothing to pay", arguments: Stage.allCases)
  func covered(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.coupon(1440, of: car.stay).number("coupon_amount") == 700)
    #expect(try park.exit.permitExit(car.stay, total: 700, coupon: 700).code == 0)
    #expect(try park.books.finished(car.plate).map(\.payStatus) == [2])
    #expect(try park.books.payments(car.stay).isEmpty)
  }

  @Test(
    "Other minutes replace a coupon, none remove it, and after payment it is too late",
    arguments: Stage.allCases)
  func coupons(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.coupon(30, of: car.stay).number("coupon_amount") == 200)
    #expect(try park.exit.coupon(60, of: car.stay).number("coupon_amount") == 700)
    #expect(try park.exit.coupon(0, of: car.stay).number("coupon_amount") == 0)
    for minutes in [-1, 1441] {
      #expect(try park.exit.coupon(minutes, of: car.stay).code == 1002)
    }
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    #expect(try park.exit.coupon(30, of: car.stay).code == 2105)
    #expect(try park.books.finished(car.plate).map(\.coupon) == [0])
  }

  @Test("A fee that cannot be computed is no fee of 0", arguments: Stage.allCases)
  func unknownFee(stage: Stage) throws {
    let park = try stage.park(.free)
    let car = try park.vehicleSettling()
    let due = try park.exit.unfee()
    #expect(due.code == 2104)
    #expect(due.status == 200)
    #expect(due.number("has") == 1)
    #expect(due.text("_id") == car.stay)
    #expect(due.number("total_amount") == 0)
    #expect(try park.exit.permitExit(car.stay, total: 0).code == 2104)
    #expect(try park.exit.permitExitByHand(car.stay).code == 0)
    #expect(
      try park.books.finished(car.plate) == [
        Books.Finished(
          outcome: "left", total: nil, coupon: 0, paid: 0, payStatus: 0, isManual: true)
      ])
    #expect(try park.books.reviews() == ["manual_release"])
  }

  @Test("A release by hand moves no money", arguments: Stage.allCases)
  func byHand(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.permitExitByHand(car.stay).code == 0)
    #expect(try park.books.payments(car.stay).isEmpty)
    #expect(try park.books.finished(car.plate).map(\.payStatus) == [0])
    #expect(try park.books.reviews() == ["manual_release"])
    #expect(try park.exit.duty().text("manual_through_number") == "1")
    #expect(try park.exit.duty().number("total_amount") == 0)
  }

  @Test("An attendant types the plate that the camera did not read", arguments: Stage.allCases)
  func typed(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleInside()
    let answer = try park.exit.capture(car.plate)
    #expect(answer.text("car_park_records_id") == car.stay)
    #expect(answer.data["open"] == .bool(false))
    #expect(try park.exit.unfee().number("total_amount") == 700)
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
  }
}
