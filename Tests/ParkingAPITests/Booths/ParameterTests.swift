import HTTP
import Testing

@testable import ParkingAPI

@Suite("Bad parameters")
struct ParameterTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  /// URL, query and code. `STAY` is a stay that stands at `demo-out-1`.
  static let cases: [(String, String, ResultCode)] = [
    ("records/enter", "", .missingParameter),
    ("records/enter", "_id=", .missingParameter),
    ("records/enter", "_id=demo-in-1&_id=demo-in-1", .repeatedParameter),
    ("records/enter", "_id=demo-in-9", .unknownBooth),
    ("records/enter", "_id=demo2-in-1", .unknownBooth),
    ("records/enter", "_id=demo-out-1", .wrongDirection),
    ("records/exit", "_id=demo-in-1", .wrongDirection),
    ("unfee", "_id=demo-in-1", .wrongDirection),
    ("records/enter", "_id=demo-in-1&count=0", .malformedParameter),
    ("records/enter", "_id=demo-in-1&count=201", .malformedParameter),
    ("records/enter", "_id=demo-in-1&count=-1", .malformedParameter),
    ("records/enter", "_id=demo-in-1&count=1e1", .malformedParameter),
    ("records/enter", "_id=demo-in-1&count=１０", .malformedParameter),
    ("records/enter", "_id=demo-in-1&count=9223372036854775808", .malformedParameter),
    ("records/enter", "_id=demo-in-1&count=1", .done),
    ("records/enter", "_id=demo-in-1&count=200", .done),
    ("records/enter", "_id=demo-in-1&car_fee_type=4", .done),
    ("records/enter", "_id=demo-in-1&car_fee_type=5", .malformedParameter),
    ("records/enter", "_id=%FF", .unreadableBody),
    ("records/enter", "_id=%00", .unreadableBody),
    ("records/enter", "_id=%2", .unreadableBody),
    ("enter/permit-through", "_id=demo-in-1", .missingParameter),
    ("enter/permit-through", "_id=demo-in-1&license=X", .invalidPlate),
    ("enter/permit-through", "_id=demo-in-1&license=无牌", .invalidPlate),
    ("enter/permit-through", "_id=demo-in-1&license=苏E10003", .blacklisted),
    ("enter/permit-through", "_id=demo-in-1&license=苏E66666&car_fee_type=4", .malformedParameter),
    ("enter/permit-through", "_id=demo-in-1&license=苏E66666&capture_id=x", .notWaiting),
    ("enter/permit-through", "_id=demo-in-1&license=苏E66666&capture_id=7", .notWaiting),
    ("enter/permit-through", "_id=demo-out-1&license=苏E66666", .wrongDirection),
    ("fee/coupon", "_id=demo-out-1&car_park_records_id=STAY", .missingParameter),
    ("fee/coupon", "_id=demo-out-1&car_park_records_id=STAY&coupon_time=1441", .malformedParameter),
    ("fee/coupon", "_id=demo-out-1&car_park_records_id=STAY&coupon_time=-1", .malformedParameter),
    ("fee/coupon", "_id=demo-out-1&car_park_records_id=x&coupon_time=1", .unknownStay),
    ("fee/coupon", "_id=demo-out-1&car_park_records_id=+1&coupon_time=1", .unknownStay),
    ("fee/coupon", "_id=demo-out-2&car_park_records_id=STAY&coupon_time=1", .notSettling),
    ("leave/permit-through", "_id=demo-out-1&car_park_records_id=STAY", .missingParameter),
    (
      "leave/permit-through", "_id=demo-out-1&car_park_records_id=STAY&manual=2",
      .malformedParameter
    ),
    ("leave/permit-through", "_id=demo-out-1&car_park_records_id=STAY&manual=0", .missingParameter),
    (
      "leave/permit-through",
      "_id=demo-out-1&car_park_records_id=STAY&manual=0&total_amount=700", .missingParameter
    ),
    (
      "leave/permit-through",
      "_id=demo-out-1&car_park_records_id=STAY&manual=0&total_amount=7.00&coupon_amount=0",
      .malformedParameter
    ),
    (
      "leave/permit-through",
      "_id=demo-out-1&car_park_records_id=STAY&manual=0&total_amount=699&coupon_amount=0",
      .amountDiffers
    ),
    (
      "leave/permit-through",
      "_id=demo-out-1&car_park_records_id=STAY&manual=0&total_amount=700&coupon_amount=0"
        + "&pay_method=gold", .malformedParameter
    ),
    (
      "leave/permit-through",
      "_id=demo-out-1&car_park_records_id=99&manual=1", .unknownStay
    ),
    ("leave/capture", "_id=demo-out-1&license=无牌", .invalidPlate),
  ]

  @Test("are HTTP 200 with their code and a message, and change nothing")
  func refused() throws {
    let stayID = try terminal.standingStay()
    let before = try terminal.changes()
    for (path, query, code) in Self.cases {
      let reply = try terminal.ask(path, query.replacing("STAY", with: stayID))
      #expect(reply.status == 200 && reply.code == code.rawValue, "\(path) \(query)")
      #expect((reply.message?.isEmpty ?? true) == (code == .done), "\(path) \(query)")
    }
    #expect(try terminal.changes() == before)
  }

  /// JSON bodies and the code.
  static let bodies: [(String, ResultCode)] = [
    (#"{"_id":"demo-in-1","count":5}"#, .done), (#"{"_id":"demo-in-1","count":"5"}"#, .done),
    (#"{"_id":"demo-in-1","count":null}"#, .done),
    (#"{"_id":"demo-in-1","_id":"demo-in-1"}"#, .repeatedParameter),
    (#"{"_id":null}"#, .missingParameter), (#"{"_id":["demo-in-1"]}"#, .malformedParameter),
    (#"{"_id":{"a":1}}"#, .malformedParameter),
    (#"{"_id":"demo-in-1","count":5.0}"#, .malformedParameter),
    (#"{"_id":"demo-in-1","count":true}"#, .malformedParameter),
    (#"{"_id":"demo-in-1""#, .unreadableBody), ("[]", .unreadableBody), ("", .unreadableBody),
    (#"{"_id":"demo-in-1\u0000"}"#, .unreadableBody),
  ]

  @Test("in JSON are refused alike")
  func json() throws {
    for (body, code) in Self.bodies {
      let reply = try terminal.ask("records/enter") {
        $0.method = .post
        $0.contentType = "application/json"
        $0.body = Array(body.utf8)
      }
      #expect(reply.code == code.rawValue, "\(body)")
    }
  }

  @Test("Given in the query and in the body is given twice")
  func twice() throws {
    let reply = try terminal.ask("records/enter", "_id=demo-in-1") {
      $0.method = .post
      $0.contentType = "application/x-www-form-urlencoded"
      $0.body = Array("_id=demo-in-1".utf8)
    }
    #expect(reply.code == ResultCode.repeatedParameter.rawValue)
  }

  @Test("A body of another type is refused, and a multipart one is read")
  func types() throws {
    let xml = try terminal.ask("records/enter") {
      $0.method = .post
      $0.contentType = "text/xml"
      $0.body = Array("<a/>".utf8)
    }
    #expect(xml.code == ResultCode.unreadableBody.rawValue)
    let part = "--b\r\nContent-Disposition: form-data; name=\"_id\"\r\n\r\ndemo-in-1\r\n--b--\r\n"
    let multipart = try terminal.ask("records/enter") {
      $0.method = .post
      $0.contentType = "multipart/form-data; boundary=b"
      $0.body = Array(part.utf8)
    }
    #expect(multipart.code == 0)
  }
}
