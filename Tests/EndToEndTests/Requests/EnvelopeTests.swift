import HTTP
import Testing

@Suite("The shape of every answer")
struct EnvelopeTests {
  @Test("Keys and types are the document's", arguments: Stage.allCases)
  func shapes(stage: Stage) throws {
    let park = try stage.park()
    try park.entry.camera.push(Plates.fresh())
    let car = try park.vehicleSettling()
    #expect(
      shape(try park.ask("enterexitlist").data)
        == "{enter_list:[{_id:s sentry_box_name:s video_url:s}] "
        + "exit_list:[{_id:s sentry_box_name:s video_url:s}]}")
    #expect(
      shape(try park.entry.ask("records/enter").data)
        == "{enter_records:[{license:s enter_time:s car_fee_type:n enter_flag:n need_register:n "
        + "capture_id:s barrier:s}]}")
    #expect(
      shape(try park.exit.ask("records/exit").data)
        == "{exit_records:[{license:s enter_time:s leave_time:s pay_status:n car_fee_type:n "
        + "capture_id:s barrier:s}]}")
    #expect(
      shape(try park.figures().data)
        == "{park_name:s total_car_port:n remain_car_port:n temp_car_total:n}")
    let due =
      "{has:n _id:s license:s park_minutes:n enter_time:s leave_time:s enter_car_image_url:s "
      + "total_amount:n}"
    #expect(shape(try park.exit.unfee().data) == due)
    #expect(shape(try park.otherExit.unfee().data) == due)
    #expect(shape(try park.exit.coupon(30, of: car.stay).data) == "{coupon_amount:n}")
    #expect(
      shape(try park.exit.duty().data)
        == "{operator:s work_hours:s free_number:s manual_through_number:s coupon_number:s "
        + "total_amount:n}")
    #expect(shape(try park.exit.permitExit(car.stay, total: 700, coupon: 200).data) == "{}")
    #expect(shape(try park.entry.permitEntry(Plates.fresh()).data) == "{}")
  }

  @Test("Nobody at the barrier: the same keys, empty or 0", arguments: Stage.allCases)
  func empty(stage: Stage) throws {
    let park = try stage.park()
    let data = try park.exit.unfee().data
    #expect(data.members?.allSatisfy { ["", "0"].contains($0.value.text) } == true)
  }

  @Test("Times are the park's own, to the second", arguments: Stage.allCases)
  func times(stage: Stage) throws {
    let park = try stage.park()
    let before = try park.books.clock()
    _ = try park.vehicleSettling()
    let due = try park.exit.unfee()
    let clocks = [before, try park.books.clock()]
    let pattern = /20\d\d-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d/
    for name in ["enter_time", "leave_time"] {
      #expect(try pattern.wholeMatch(in: due.text(name) ?? "") != nil)
    }
    let left = try #require(due.text("leave_time"))
    #expect(clocks.contains { left.hasPrefix($0) })
  }

  @Test("Every answer is JSON that nothing keeps", arguments: Stage.allCases)
  func headers(stage: Stage) throws {
    let park = try stage.park()
    for call in [park.call("park-info-query"), park.call("unfee"), park.call("nothing")] {
      let reply = try park.send(call)
      #expect(reply.headers["content-type"] == "application/json; charset=utf-8")
      #expect(reply.headers["cache-control"] == "no-store")
    }
  }

  @Test("A list is as long as asked, 10 unless said, 1 to 200", arguments: Stage.allCases)
  func count(stage: Stage) throws {
    let park = try stage.park(.wait)
    let plates = (1...12).map { _ in Plates.fresh() }
    for plate in plates { try park.entry.camera.push(plate) }
    #expect(try park.entry.ask("records/enter").list("enter_records").count == 10)
    let three = try park.entry.entries(count: 3).map { $0["license"]?.string }
    #expect(three == plates.suffix(3).reversed())
    #expect(try park.entry.entries(count: 200).count == 12)
    for count in ["0", "201", "-1", "1.5", "x", "９"] {
      #expect(try park.entry.ask("records/enter", [("count", count)]).code == 1002, "\(count)")
    }
  }

  @Test("A list of one category, or of all", arguments: Stage.allCases)
  func categories(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    for plate in [plate, "苏E10001", "苏E10002", "苏E10003"] { try park.entry.camera.push(plate) }
    let all = ["苏E10003", "苏E10002", "苏E10001", plate]
    let expected = [
      "0": [plate], "1": ["苏E10001"], "2": ["苏E10002"], "3": ["苏E10003"], "4": all, "": all,
    ]
    for (category, plates) in expected {
      let answer = try park.entry.ask("records/enter", [("car_fee_type", category)])
      #expect(answer.list("enter_records").map { $0["license"]?.string } == plates)
    }
    #expect(try park.entry.ask("records/enter", [("car_fee_type", "5")]).code == 1002)
  }

  @Test("A park's booths stand in the list of their direction", arguments: Stage.allCases)
  func booths(stage: Stage) throws {
    let park = try stage.park()
    let lists = try park.ask("enterexitlist")
    let expected = [
      "enter_list": [park.entry.id, park.otherEntry.id],
      "exit_list": [park.exit.id, park.otherExit.id],
    ]
    for (name, ids) in expected {
      #expect(lists.list(name).map { $0["_id"]?.string } == ids)
      #expect(lists.list(name).map { $0["sentry_box_name"]?.string } == ids)
      #expect(
        lists.list(name).map { $0["video_url"]?.string } == ids.map { "rtsp://127.0.0.1/\($0)" })
    }
    #expect(try park.entry.ask("unfee").code == 1102)
    #expect(try park.exit.ask("records/enter").code == 1102)
    #expect(try park.exit.permitEntry(Plates.fresh()).code == 1102)
  }

  /// The keys and types of a value: s text, n whole number, b flag; a list by its first element.
  private func shape(_ json: JSON) -> String {
    switch json {
    case .null: "null"
    case .bool: "b"
    case .number(let literal): Int(literal) == nil ? "float" : "n"
    case .string: "s"
    case .array(let elements): "[\(elements.first.map(shape) ?? "")]"
    case .object(let members):
      "{\(members.map { "\($0.name):\(shape($0.value))" }.joined(separator: " "))}"
    }
  }
}
