import HTTP
import Testing

@Suite("The tour of the README")
struct TourTests {
  @Test(
    "A car that entered 67 minutes ago pays 700 fen, and 500 with a coupon of 30 minutes",
    arguments: Stage.allCases)
  func tour(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleInside(minutes: 67)
    let read = try park.exit.camera.push(car.plate)
    #expect(read.data["open"] == .bool(false))

    let due = try park.exit.unfee()
    #expect(due.number("has") == 1)
    #expect(due.text("_id") == car.stay)
    #expect(due.text("license") == car.plate)
    #expect(due.number("park_minutes") == 67)
    #expect(due.number("total_amount") == 700)

    #expect(try park.exit.coupon(30, of: car.stay).number("coupon_amount") == 200)
    #expect(try park.exit.coupon(30, of: car.stay).number("coupon_amount") == 200)
    #expect(try park.exit.unfee().number("total_amount") == 700)

    #expect(try park.exit.permitExit(car.stay, total: 700, coupon: 200).code == 0)
    #expect(try park.books.payments(car.stay) == [500])
    #expect(
      try park.books.finished(car.plate) == [
        Books.Finished(
          outcome: "left", total: 700, coupon: 200, paid: 500, payStatus: 1, isManual: false)
      ])
    #expect(try park.exit.unfee().number("has") == 0)
  }

  @Test("A press opens the barrier once, by the next poll", arguments: Stage.allCases)
  func poll(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.camera.poll().data["open"] == .bool(false))
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    #expect(try park.exit.exits().first?["barrier"]?.string == "pending")
    #expect(try park.otherExit.camera.poll().data["open"] == .bool(false))

    let command = try park.exit.camera.poll()
    #expect(command.data["open"] == .bool(true))
    #expect(command.text("command_id")?.isEmpty == false)
    #expect(command.text("display")?.isEmpty == false)
    #expect(try park.exit.camera.poll().data == .object([.init("open", .bool(false))]))
    #expect(try park.exit.exits().first?["barrier"]?.string == "opened")
  }

  @Test("A press opens the barrier once, by a Vzenith heartbeat", arguments: Stage.allCases)
  func heartbeat(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.camera.vzenithHeartbeat().info == "no")
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    #expect(try park.exit.camera.vzenithHeartbeat().info == "ok")
    #expect(try park.exit.camera.vzenithHeartbeat().info == "no")
  }

  @Test(
    "A Vzenith camera lets a car in by its reply, and a free stay out", arguments: Stage.allCases)
  func vzenith(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    #expect(try park.entry.camera.vzenithPush(plate, number: 1).info == "ok")
    #expect(try park.books.open(plate) == 1)
    #expect(try park.exit.camera.vzenithPush(plate, number: 2).info == "ok")
    #expect(try park.books.finished(plate).map(\.payStatus) == [2])
  }

  @Test("The lists and the counters follow a visit", arguments: Stage.allCases)
  func lists(stage: Stage) throws {
    let park = try stage.park()
    let before = try park.figures()
    #expect(before.number("remain_car_port") == 50)
    let car = try park.vehicleSettling()
    #expect(try park.figures().number("remain_car_port") == 49)
    #expect(try park.figures().number("temp_car_total") == 1)
    #expect(try park.exit.exits().first?["pay_status"]?.integer == 0)
    #expect(try park.exit.coupon(30, of: car.stay).code == 0)
    #expect(try park.exit.permitExit(car.stay, total: 700, coupon: 200).code == 0)

    #expect(try park.figures() == before)
    let record = try #require(try park.exit.exits().first)
    #expect(record["license"]?.string == car.plate)
    #expect(record["pay_status"]?.integer == 1)
    #expect(record["car_fee_type"]?.integer == 0)
    let duty = try park.exit.duty()
    #expect(duty.text("operator") == park.exit.id)
    #expect(duty.number("total_amount") == 500)
    #expect(duty.text("coupon_number") == "1")
    #expect(duty.text("free_number") == "0")
    #expect(duty.text("manual_through_number") == "0")
  }
}
