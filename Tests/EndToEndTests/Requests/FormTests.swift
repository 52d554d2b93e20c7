import HTTP
import Testing

@Suite("Both methods and all forms of parameters")
struct FormTests {
  typealias Parameters = [(name: String, value: String)]

  @Test("Every URL that reads answers the same", arguments: Stage.allCases)
  func reading(stage: Stage) throws {
    let park = try stage.park()
    try park.entry.camera.push(Plates.fresh())
    _ = try park.vehicleSettling()
    let urls: [(String, Parameters)] = [
      ("enterexitlist", []), ("park-info-query", []),
      ("records/enter", [("_id", park.entry.id), ("count", "3"), ("car_fee_type", "0")]),
      ("records/exit", [("_id", park.exit.id), ("count", "3"), ("car_fee_type", "4")]),
      ("unfee", [("_id", park.exit.id)]), ("duty/current", [("_id", park.exit.id)]),
    ]
    for (url, parameters) in urls {
      let expected = try park.ask(url, parameters)
      #expect(expected.code == 0, "\(url)")
      for form in BodyForm.allCases {
        for ending in ["", "/"] {
          let call = form.call(
            "/park/v1/sentrybox/\(url)\(ending)", parameters, host: park.host)
          #expect(try park.send(call).envelope() == expected, "\(form) \(url)\(ending)")
        }
      }
    }
  }

  @Test(
    "A press works in every form, also with a slash at the end", arguments: Stage.allCases,
    BodyForm.allCases)
  func pressing(stage: Stage, form: BodyForm) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    #expect(
      try press(
        park, form, "enter/permit-through/",
        [("_id", park.entry.id), ("license", plate), ("car_fee_type", "0")]) == 0)
    #expect(try park.books.open(plate) == 1)

    let car = try park.vehicleInside()
    #expect(
      try press(park, form, "leave/capture", [("_id", park.exit.id), ("license", car.plate)]) == 0)
    #expect(
      try press(
        park, form, "fee/coupon",
        [("_id", park.exit.id), ("car_park_records_id", car.stay), ("coupon_time", "30")]) == 0)
    #expect(
      try press(
        park, form, "leave/permit-through",
        [
          ("_id", park.exit.id), ("manual", "0"), ("car_park_records_id", car.stay),
          ("coupon_amount", "200"), ("total_amount", "700"),
        ]) == 0)
    #expect(try park.books.payments(car.stay) == [500])
  }

  @Test("A HEAD answers like a GET without a body, and presses nothing", arguments: Stage.allCases)
  func head(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    let plate = Plates.fresh()
    let calls = [
      park.call("park-info-query"), park.call("unfee", [("_id", park.exit.id)]),
      park.entry.entryPress(plate), park.exit.exitPress(car.stay, total: 700),
      park.exit.couponPress(30, of: car.stay),
    ]
    for var call in calls {
      call.method = "HEAD"
      let reply = try park.send(call)
      #expect(reply.status == 200)
      #expect(reply.body.isEmpty)
      #expect(reply.headers["content-type"] == "application/json; charset=utf-8")
    }
    #expect(try park.books.open(plate) == 0)
    #expect(try park.books.open(car.plate) == 1)
    #expect(try park.exit.coupon(0, of: car.stay).number("coupon_amount") == 0)
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
  }

  @Test("The same parameter twice is an error that changes nothing", arguments: Stage.allCases)
  func repeated(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    let id = park.entry.id
    let target = "/park/v1/sentrybox/enter/permit-through"
    var twice = Call("\(target)?_id=\(id)&license=\(plate.percentEncoded)&_id=\(id)")
    var both = BodyForm.urlEncoded.call(
      "\(target)?_id=\(id)", [("_id", id), ("license", plate)], host: park.host)
    both.method = "POST"
    var json = Call(target)
    json.method = "POST"
    json.body = Call.Body(
      type: "application/json",
      bytes: Array(#"{"_id":"\#(id)","license":"\#(plate)","_id":"\#(id)"}"#.utf8))
    twice.host = park.host
    json.host = park.host
    #expect(try park.send(twice).envelope().code == 1003)
    #expect(try park.send(both).envelope().code == 1003)
    #expect([1003, 1004].contains(try park.send(json).envelope().code))
    #expect(try park.books.open(plate) == 0)
  }

  @Test("Bytes that are no text are refused", arguments: Stage.allCases, ["%ff", "%00", "%C3%28"])
  func bytes(stage: Stage, escape: String) throws {
    let park = try stage.park()
    let target = "/park/v1/sentrybox/enter/permit-through?_id=\(park.entry.id)&license="
    let answer = try park.send(
      Call("\(target)\("苏E88888".percentEncoded)\(escape)", host: park.host)
    )
    .envelope()
    #expect(answer.status == 200)
    #expect(answer.code == 1004)
    #expect(try park.entry.entries().isEmpty)
  }

  private func press(
    _ park: TestPark, _ form: BodyForm, _ url: String, _ parameters: Parameters
  ) throws -> Int {
    try park.send(form.call("/park/v1/sentrybox/\(url)", parameters, host: park.host))
      .envelope().code
  }
}
