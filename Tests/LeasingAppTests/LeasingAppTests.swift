import HTTP
import LeasingApp
import PostgreSQL
import Signing
import Testing

@Suite("The leasing app")
struct LeasingAppTests {
  private let app: TestApp

  init() throws {
    app = try TestApp()
  }

  private func code(_ answer: JSON) -> Int? { answer["code"]?.integer }

  @Test("A push is kept, and an older one that comes later changes nothing")
  func pushes() throws {
    #expect(code(try app.push()) == 0)
    #expect(code(try app.push(["price": "120"], at: 5)) == 0)
    #expect(code(try app.push(["price": "90"], at: 2)) == 0)
    #expect(try app.count("select price::bigint from leasing_app.offer") == 120)
    #expect(code(try app.push(["price": "130"], at: 5)) == 0)
    #expect(try app.count("select price::bigint from leasing_app.offer") == 130)
  }

  @Test("A push with a wrong signature, time, or nonce changes nothing")
  func refusedPushes() throws {
    let other = SigningKey(appID: "cjj-test", keyID: "k1", secret: "not-the-secret-at-all")
    let unsigned = try app.push(key: other)
    #expect(code(unsigned) == 401)
    #expect(unsigned["data"]?["string_to_sign"]?.string?.contains("park_sn=P1") == true)
    #expect(code(try app.push(at: 310)) == 401)
    #expect(code(try app.push(at: -310)) == 401)
    let orders = [(name: "park_sn", value: "P1")]
    #expect(code(try app.send("/lease/order", signed: orders, nonce: "aaaaaaaa")) == 0)
    #expect(code(try app.send("/lease/order", signed: orders, nonce: "aaaaaaaa")) == 401)
    #expect(code(try app.drive("/lease/park", "{}")) == 401)
    #expect(try app.count("select count(*) from leasing_app.offer") == 0)
  }

  @Test(
    "A malformed push changes nothing",
    arguments: [
      ("deadline", "2035-02-30"), ("deadline", ""), ("start_time", "24:00"), ("end_time", "7:30"),
      ("is_sat", "2"), ("price", "-1"), ("price", "1.5"), ("park_sn", "a b"), ("park_name", ""),
    ])
  func malformedPush(name: String, value: String) throws {
    let answer = try app.push([name: value])
    #expect([1001, 1002].contains(code(answer)))
    #expect(try app.count("select count(*) from leasing_app.offer") == 0)
  }

  @Test("Nights are sold at the offer's price, once, and queued with the sale")
  func sells() throws {
    #expect(code(try app.buy([2])) == 3001)
    _ = try app.push()
    let first = try app.buy([2, 3])
    #expect(first["data"]?["total_price"]?.integer == 2 * (500 + 22 * 100))
    _ = try app.push(["price": "200"], at: 1)
    let again = try app.buy([3, 4])
    #expect(again["data"]?["total_price"]?.integer == 500 + 22 * 100 + 500 + 22 * 200)
    #expect(try app.count("select count(*) from leasing_app.lease_order") == 3)
    #expect(try app.count("select count(*) from leasing_app.outbox") == 2)
    #expect(
      try app.count(
        "select json_array_length(body->'dates')::bigint from leasing_app.outbox order by 1 limit 1"
      ) == 1)
  }

  @Test("A whole day off costs the day's price")
  func daysOff() throws {
    _ = try app.push(["is_sat": "1", "is_sun": "1"])
    let week = try app.buy(Array(2...8), start: "19:00", end: "06:30")
    // Of seven days running two are a Saturday and a Sunday; none is a holiday or made up for here.
    #expect(week["data"]?["total_price"]?.integer == 5 * (500 + 22 * 100) + 2 * 2000)
  }

  @Test("What is not offered, over, or of an unknown year is not sold")
  func refusedSales() throws {
    _ = try app.push(["deadline": try app.day(10)])
    #expect(code(try app.buy([2], start: "12:00", end: "13:00")) == 3002)
    #expect(code(try app.buy([2], start: "18:59", end: "06:30")) == 3002)
    #expect(code(try app.buy([11])) == 3002)
    #expect(code(try app.buy([-1])) == 3003)
    #expect(code(try app.buy([2], start: "24:00")) == 1002)
    #expect(code(try app.buy([2, -1])) == 3003)
    _ = try app.push(at: 1)
    #expect(code(try app.buy([1000])) == 3004)
    #expect(try app.count("select count(*) from leasing_app.lease_order") == 0)
    #expect(try app.count("select count(*) from leasing_app.outbox") == 0)
  }

  @Test("Orders are listed in pages, by plate, and not when they are cancelled")
  func lists() throws {
    _ = try app.push()
    _ = try app.buy([2, 3, 4])
    _ = try app.buy([2], plate: "苏E11111")
    func list(_ parameters: (String, String)...) throws -> Int? {
      let all = [("park_sn", "P1")] + parameters
      let answer = try app.send("/lease/order", signed: all.map { (name: $0.0, value: $0.1) })
      return answer["data"]?.elements?.count
    }
    #expect(try list() == 4)
    #expect(try list(("car_plate_no", "苏 E88888")) == 3)
    #expect(try list(("limit", "3")) == 3)
    #expect(try list(("limit", "3"), ("page", "2")) == 1)
    #expect(try list(("page", "2")) == 0)
    #expect(code(try app.buy([3], url: "cancel")) == 0)
    #expect(try list() == 3)
    #expect(code(try app.buy([3], url: "cancel")) == 3005)
    #expect(code(try app.buy([2, 9], url: "cancel")) == 3005)
    #expect(try list() == 3)
  }

  @Test("What has begun is not cancelled")
  func begun() throws {
    _ = try app.push()
    _ = try app.buy([2])
    try app.connection.execute(
      "update leasing_app.lease_order set begins_at = now() - interval '1 hour'")
    #expect(code(try app.buy([2], url: "cancel")) == 3006)
  }

  @Test("Other URLs and methods have the envelope too")
  func envelopes() throws {
    let missing = app.application.answer(Request(path: "/nowhere"))
    #expect(missing.status == 404)
    #expect(app.application.answer(Request(method: .other("PUT"), path: "/healthz")).status == 405)
    #expect(app.application.answer(Request(path: "/lease/order/place")).status == 405)
    #expect(app.application.answer(Request(path: "/healthz")).status == 200)
  }
}
