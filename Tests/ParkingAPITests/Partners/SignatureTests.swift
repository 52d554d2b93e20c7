import GatehouseTesting
import HTTP
import ParkingStore
import PostgreSQL
import Signing
import Testing

@testable import ParkingAPI

@Suite("A partner is known by its signature")
struct SignatureTests {
  private let partner: PartnerClient

  init() throws {
    partner = try PartnerClient()
  }

  private static let body =
    #"{"park_sn":"P001","car_plate_no":"苏 E88888","dates":[{"date":"2018-01-02","start_time":"19:00","end_time":"06:30"}]}"#

  private static let headers = ["x-app-id", "x-key-id", "x-timestamp", "x-nonce", "x-signature"]

  @Test("The published requests are late and nothing else")
  func published() throws {
    let common: [ParameterSignature.Parameter] = [
      (name: "app_id", value: "cjj-test"), (name: "car_plate_no", value: "苏 E88888"),
      (
        name: "dates",
        value: #"[{"date":"2018-01-02","start_time":"19:00","end_time":"06:30"}]"#
      ), (name: "nonce", value: "5f0c7a1e9b3d4c28"), (name: "park_sn", value: "P001"),
      (name: "timestamp", value: "1700000000"),
    ]
    let signs = [
      ("HMAC-SHA256", "1D3F3F61FC9A0887591D35C43CADA5458A0EFB1A3778875954ECE7664CFE40AF"),
      ("MD5", "04331dd211395e2e24b1eba7ec4a6638"),
    ]
    for (type, sign) in signs {
      let late = common + [(name: "sign_type", value: type), (name: "sign", value: sign)]
      try expectLate(PartnerClient.form("/api/SynLeaseOrder", late))
      try expectLate(PartnerClient.query("/api/SynLeaseOrder", late))
    }
    let headers: Headers = [
      "x-app-id": "cjj-test", "x-key-id": "k1", "x-timestamp": "1700000000",
      "x-nonce": "5f0c7a1e9b3d4c28",
      "x-signature":
        "v1=093258c2723e171011fb49b2c678152f9fb495b796f3b5a794d9904913d8ea5a",
    ]
    try expectLate(
      Request(
        method: .post, path: "/api/SynLeaseOrder", contentType: "application/json",
        body: Array(Self.body.utf8), headers: headers, scheme: "https"))
  }

  private func expectLate(_ request: Request) throws {
    let reply = try partner.send(request)
    #expect(reply.status == 401 && reply.code == 401)
    #expect(reply.data["reason"]?.string == "time")
    let time = try #require(reply.data["server_time"]?.integer)
    #expect(abs(time - Int(partner.now)) <= 2)
  }

  @Test("Any bit of a signed form that means something else is refused")
  func flippedForm() throws {
    let original = PartnerClient.form("/api/SynLeaseOrder", partner.signed(.order()))
    let meaning = try meaning(of: original)
    for index in original.body.indices {
      for bit in 0..<8 {
        var flipped = original
        flipped.body[index] ^= 1 << bit
        // The case of `sign` and of percent escapes says nothing.
        if (try? self.meaning(of: flipped)) == meaning { continue }
        #expect(try partner.send(flipped).code != 0, "bit \(bit) of byte \(index)")
      }
    }
    #expect(try partner.windows().isEmpty)
    #expect(try partner.send(original).code == 0)
  }

  private func meaning(of request: Request) throws -> [String] {
    try Parameters(request).pairs.map { pair in
      "\(pair.name)=\(pair.name == "sign" ? pair.text?.lowercased() ?? "" : pair.text ?? "")"
    }
  }

  @Test("Any bit of a signed JSON request is refused: body, query, path, headers")
  func flippedJSON() throws {
    let order = Self.body.replacing("P001", with: "DEMO001")
    let original = partner.json("/api/SynLeaseOrder", order, query: "a=1&b=2")
    func expectRefused(_ change: (inout Request) -> Void) throws {
      var changed = original
      change(&changed)
      #expect(try partner.send(changed).code != 0, "\(changed)")
    }
    for bit in 0..<8 {
      for index in original.body.indices { try expectRefused { $0.body[index] ^= 1 << bit } }
      for index in original.query.indices { try expectRefused { $0.query[index] ^= 1 << bit } }
      for index in original.path.utf8.indices {
        try expectRefused { $0.path = $0.path.flipping(bit, at: index) }
      }
      for name in Self.headers {
        let value = try #require(original.headers[name])
        for index in value.utf8.indices {
          try expectRefused { $0.headers[name] = value.flipping(bit, at: index) }
        }
      }
    }
    try expectRefused { $0.method = .get }
    try expectRefused { $0.path += "/" }
    try expectRefused { $0.query += Array("&c=3".utf8) }
    try expectRefused { $0.body.append(0x20) }
    #expect(try partner.windows().isEmpty)
    var reordered = original
    reordered.query = Array("b=2&a=1".utf8)
    let signature = try #require(original.headers["x-signature"])
    reordered.headers["x-signature"] = signature + ",v1=\(String(repeating: "0", count: 64))"
    #expect(try partner.send(reordered).code == 0)
  }

  @Test("299 seconds off are in time, 301 are not", arguments: [-301, -299, 299, 301])
  func clocks(offset: Int64) throws {
    let order = Self.body.replacing("P001", with: "DEMO001")
    var replies: [Terminal.Reply] = []
    var second: Int64?
    // Both clocks in the same second.
    while second != partner.now {
      second = partner.now
      let time = partner.now + offset
      replies = [
        try partner.send(PartnerClient.query("/api/leasePark", partner.signed([], at: time))),
        try partner.send(partner.json("/api/SynLeaseOrder", order, at: time)),
      ]
    }
    for reply in replies {
      let reason = reply.data["reason"]?.string
      #expect(abs(offset) == 301 ? reason == "time" : reply.code == 0)
    }
  }

  @Test("A request is taken once, by whichever worker")
  func replay() throws {
    let order = PartnerClient.form("/api/SynLeaseOrder", partner.signed(.order()))
    let other = try Application(
      store: ParkingStore(conninfo: partner.terminal.database.conninfo(.worker), pictures: "/tmp"))
    #expect(try partner.send(order).code == 0)
    for application in [other, partner.terminal.application] {
      let reply = try Terminal.Reply(application.answer(order))
      #expect(reply.status == 401 && reply.data["reason"]?.string == "replay")
    }
    // The nonce is taken, whatever it comes with.
    let nonce = Nonce.random()
    #expect(try partner.send(partner.listing(nonce: nonce)).code == 0)
    let again = try partner.send(
      PartnerClient.form("/api/SynLeaseOrder", partner.signed(.order(), nonce: nonce)))
    #expect(again.data["reason"]?.string == "replay")
  }

  @Test("A nonce that has expired may come again")
  func expired() throws {
    let nonce = Nonce.random()
    #expect(try partner.send(partner.listing(nonce: nonce)).code == 0)
    try partner.connection.execute("update parking.partner_nonce set expires_at = now()")
    #expect(try partner.send(partner.listing(nonce: nonce)).code == 0)
  }

  @Test("Reordered parameters are the same; repeated, added, moved and unsigned ones are not")
  func rearranged() throws {
    let signed = partner.signed(.order())
    let refused: [[ParameterSignature.Parameter]] = [
      signed + [(name: "park_sn", value: "DEMO001")],
      signed + [(name: "page", value: "1")],
      signed.map { $0.name == "app_id" ? ($0.name, "cjj-test&car_plate_no=苏E88888") : $0 }
        .filter { $0.name != "car_plate_no" },
      signed.map { $0.name == "car_plate_no" ? ("car_plate_no=苏E8", "8888") : $0 },
      signed.map { $0.name == "park_sn" ? ("park_sn=DEMO00", "1") : $0 },
    ]
    for parameters in refused {
      #expect(try partner.send(PartnerClient.form("/api/SynLeaseOrder", parameters)).code != 0)
      #expect(try partner.send(PartnerClient.query("/api/SynLeaseOrder", parameters)).code != 0)
    }
    var both = PartnerClient.form("/api/SynLeaseOrder", signed)
    both.query = Array("park_sn=DEMO001".utf8)
    #expect(try partner.send(both).code == 1003)
    #expect(try partner.windows().isEmpty)
    let reversed = Array(signed.reversed())
    #expect(try partner.send(PartnerClient.form("/api/SynLeaseOrder", reversed)).code == 0)
  }

  @Test("An empty parameter is signed by everybody and means nothing")
  func emptyParameter() throws {
    let signed = partner.signed(.order()) + [(name: "page", value: "")]
    #expect(try partner.send(PartnerClient.form("/api/SynLeaseOrder", signed)).code == 0)
  }

  @Test("A file cannot be signed, and JSON not by parameters")
  func unsignable() throws {
    let parameters = partner.signed(.order())
    var lines = parameters.flatMap {
      ["--X", #"Content-Disposition: form-data; name="\#($0.name)""#, "", $0.value]
    }
    let text = (lines + ["--X--", ""]).joined(separator: "\r\n")
    lines += [
      "--X", #"Content-Disposition: form-data; name="f"; filename="f""#, "", "a", "--X--", "",
    ]
    let multipart = { (body: String) in
      Request(
        method: .post, path: "/api/SynLeaseOrder",
        contentType: "multipart/form-data; boundary=X", body: Array(body.utf8))
    }
    let reply = try partner.send(multipart(lines.joined(separator: "\r\n")))
    #expect(reply.data["reason"]?.string == "signature")
    #expect(try partner.send(multipart(text)).code == 0)
    var json = PartnerClient.query("/api/SynLeaseOrder", partner.signed(.order()))
    json.method = .post
    json.contentType = "application/json"
    json.body = Array("{}".utf8)
    #expect(try partner.send(json).data["name"]?.string == "X-App-Id")
  }

  @Test("Each missing or malformed part is named")
  func missing() throws {
    let signed = partner.signed([])
    for name in ["app_id", "timestamp", "nonce", "sign_type", "sign"] {
      for value in [nil, ""] as [String?] {
        let rest =
          signed.filter { $0.name != name } + (value.map { [(name: name, value: $0)] } ?? [])
        try expectMissing(name, PartnerClient.query("/api/leasePark", rest))
      }
    }
    for (name, value) in [
      ("timestamp", "+1700000000"), ("timestamp", "１７"), ("timestamp", "1e9"),
      ("timestamp", "9999999999999"), ("nonce", "1234567"), ("nonce", "12345678 "),
      ("nonce", String(repeating: "a", count: 65)), ("nonce", "一二三四五六七八"),
    ] {
      let rest = signed.filter { $0.name != name } + [(name: name, value: value)]
      try expectMissing(name, PartnerClient.query("/api/leasePark", rest))
    }
    for name in ["X-App-Id", "X-Key-Id", "X-Timestamp", "X-Nonce", "X-Signature"] {
      var request = partner.json("/api/SynLeaseOrder", "{}")
      request.headers[name.lowercased()] = nil
      try expectMissing(name, request)
    }
  }

  private func expectMissing(_ name: String, _ request: Request) throws {
    let reply = try partner.send(request)
    #expect(reply.status == 401 && reply.data["reason"]?.string == "missing_parameter")
    #expect(reply.data["name"]?.string == name && reply.message?.contains(name) == true)
  }
}

extension PartnerClient {
  /// A request for offers with a nonce.
  func listing(nonce: String) -> Request {
    Self.query("/api/leasePark", signed([], nonce: nonce))
  }
}

extension String {
  /// The text with one bit of a byte the other way; what is no UTF-8 then stands as U+FFFD, as
  /// no worker ever gets it.
  fileprivate func flipping(_ bit: Int, at index: String.Index) -> String {
    var bytes = Array(utf8)
    bytes[utf8.distance(from: startIndex, to: index)] ^= 1 << bit
    return String(decoding: bytes, as: UTF8.self)
  }
}
