import HTTP
import Testing

@Suite("Who is let in, and what HTTP says")
struct AccessTests {
  @Test("An unknown URL is 404, in the envelope", arguments: Stage.allCases)
  func unknownURL(stage: Stage) throws {
    let park = try stage.park()
    for path in [
      "/park/v1/sentrybox", "/park/v1/sentrybox/nothing", "/park/v1/sentrybox/unfee/x",
      "/park/v2/sentrybox/unfee", "/device/v1", "/device/v1/unknown/x/y",
    ] {
      try expect(404, of: Call(path, host: park.host), at: park)
    }
    try expect(
      404, of: device("/device/v1/nobody/\(park.entry.id)-camera", at: park), at: park)
  }

  @Test("Other methods are 405", arguments: Stage.allCases, ["PUT", "DELETE", "PATCH", "OPTIONS"])
  func methods(stage: Stage, method: String) throws {
    let park = try stage.park()
    for url in ["unfee", "park-info-query", "enter/permit-through", "nothing"] {
      var call = park.call(url)
      call.method = method
      try expect(405, of: call, at: park)
    }
  }

  @Test("An unknown host is 421", arguments: Stage.allCases)
  func unknownHost(stage: Stage) throws {
    let park = try stage.park()
    var call = park.call("park-info-query")
    for host in ["elsewhere.example", "nobody.test", "x"] {
      call.host = host
      try expect(421, of: call, at: park)
    }
  }

  @Test(
    "From a network that the park does not trust, only a token is let in", arguments: Stage.allCases
  )
  func networks(stage: Stage) throws {
    let park = try stage.park(.strict)
    var call = park.call("unfee", [("_id", park.exit.id)])
    #expect(try park.send(call).status == 200)
    call.source = "127.0.0.9"
    try expect(401, of: call, at: park)
    call.headers = [("Authorization", "Bearer \(Site.terminalToken(park.parkSN))")]
    #expect(try park.send(call).envelope().code == 0)
    call.headers = [("Authorization", "Bearer \(Site.terminalToken(park.parkSN))x")]
    try expect(401, of: call, at: park)
    call.headers = [("Authorization", "Bearer \(Site.terminalToken("STRICT6"))")]
    try expect(401, of: call, at: park)
    call.source = "127.0.0.1"
    try expect(401, of: call, at: park)
    call.headers = [("Cookie", "__Host-gatehouse=nonsense")]
    try expect(401, of: call, at: park)
  }

  @Test("An unknown device token is 401 on any host", arguments: Stage.allCases)
  func device(stage: Stage) throws {
    let park = try stage.park()
    for path in [
      "/device/v1/generic/nobody", "/device/v1/vzenith/nobody", "/device/v1/generic/nobody/poll",
    ] {
      try expect(401, of: device(path, at: park), at: park)
    }
    var call = park.entry.camera.read(Plates.fresh())
    call.host = "elsewhere.example"
    #expect(try park.send(call).envelope().code == 0)
  }

  @Test("A page of another site presses nothing", arguments: Stage.allCases)
  func crossSite(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    var call = park.entry.entryPress(plate)
    for header in [
      ("Sec-Fetch-Site", "cross-site"),
      ("Origin", "https://evil.example"), ("Origin", "null"),
    ] {
      call.headers = [header]
      try expect(403, of: call, at: park)
    }
    #expect(try park.books.open(plate) == 0)
    call.headers = [("Sec-Fetch-Site", "same-origin")]
    #expect(try park.send(call).envelope().code == 0)
  }

  @Test("A body larger than the limit is 413, before it is read")
  func large() throws {
    let park = try Stage.throughNginx.park()
    var call = park.call("unfee")
    call.method = "POST"
    call.body = Call.Body(
      type: "application/x-www-form-urlencoded", bytes: Array(repeating: 0x61, count: 70_000))
    try expect(413, of: call, at: park)
  }

  @Test("HTTPS answers like HTTP, and names itself in addresses")
  func https() throws {
    let installation = try Installations.calm
    let address = "https://localhost:\(installation.securePort)"
    let body = try Shell.run([
      "curl", "-fsS", "--cacert", "\(installation.state)/tls/certificate.pem", "\(address)/healthz",
    ])
    #expect(body == #"{"code":0,"data":{},"message":""}"#)
  }

  @Test("Another park's ids are answered like ids that do not exist", arguments: Stage.allCases)
  func tenants(stage: Stage) throws {
    let (park, other) = (try stage.park(), try stage.park())
    let (car, theirs) = (try park.vehicleSettling(), try other.vehicleSettling())
    let nobody = "999999999999"
    func same(
      _ url: String, _ parameters: (String, String) -> [(name: String, value: String)],
      _ at: SourceLocation = #_sourceLocation
    ) throws {
      let foreign = try park.ask(url, parameters(other.exit.id, theirs.stay))
      let absent = try park.ask(url, parameters("NOBODY-out-1", nobody))
      #expect(foreign == absent, "\(url)", sourceLocation: at)
      #expect(foreign.code != 0, "\(url)", sourceLocation: at)
    }
    for url in ["unfee", "records/exit", "records/enter", "duty/current"] {
      try same(url) { booth, _ in [("_id", booth)] }
    }
    try same("enter/permit-through") { booth, _ in [("_id", booth), ("license", car.plate)] }
    try same("leave/capture") { booth, _ in [("_id", booth), ("license", car.plate)] }
    try same("fee/coupon") { _, stay in
      [("_id", park.exit.id), ("car_park_records_id", stay), ("coupon_time", "30")]
    }
    try same("leave/permit-through") { _, stay in
      [
        ("_id", park.exit.id), ("car_park_records_id", stay), ("manual", "1"),
        ("coupon_amount", "0"), ("total_amount", "700"),
      ]
    }
    try same("enter/permit-through") { _, stay in
      [("_id", park.entry.id), ("license", Plates.fresh()), ("capture_id", stay)]
    }
    #expect(try other.exit.unfee().text("_id") == theirs.stay)
    #expect(try other.books.finished(theirs.plate).isEmpty)
  }

  private func device(_ path: String, at park: TestPark) -> Call {
    var call = Call(path, host: park.host)
    call.method = "POST"
    call.body = Call.Body(type: "application/json", bytes: Array(#"{"plate":"苏E88888"}"#.utf8))
    return call
  }

  private func expect(
    _ status: Int, of call: Call, at park: TestPark, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try park.send(call).envelope()
    #expect(answer.status == status, "\(call.method) \(call.target)", sourceLocation: location)
    #expect(answer.code == status, "\(call.method) \(call.target)", sourceLocation: location)
    #expect(!answer.message.isEmpty, sourceLocation: location)
  }
}
