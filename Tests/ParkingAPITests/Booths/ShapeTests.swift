import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("The nine URLs")
struct ShapeTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  /// URL, query and the data's documented keys and types; what is ours comes after them.
  static let shapes: [(String, String, String)] = [
    (
      "enterexitlist", "",
      """
      {enter_list:[{_id:string,sentry_box_name:string,video_url:string}],\
      exit_list:[{_id:string,sentry_box_name:string,video_url:string}]}
      """
    ),
    (
      "records/enter", "_id=demo-in-1&count=10",
      """
      {enter_records:[{license:string,enter_time:string,car_fee_type:number,enter_flag:number,\
      need_register:number,capture_id:string,barrier:string}]}
      """
    ),
    (
      "records/exit", "_id=demo-out-1",
      """
      {exit_records:[{license:string,enter_time:string,leave_time:string,pay_status:number,\
      car_fee_type:number,capture_id:string,barrier:string}]}
      """
    ),
    (
      "park-info-query", "",
      "{park_name:string,total_car_port:number,remain_car_port:number,temp_car_total:number}"
    ),
    (
      "unfee", "_id=demo-out-1",
      """
      {has:number,_id:string,license:string,park_minutes:number,enter_time:string,\
      leave_time:string,enter_car_image_url:string,total_amount:number}
      """
    ),
    (
      "duty/current", "_id=demo-out-1",
      """
      {operator:string,work_hours:string,free_number:string,manual_through_number:string,\
      coupon_number:string,total_amount:number}
      """
    ),
    ("enter/permit-through", "_id=demo-in-2&license=苏E66666&car_fee_type=0", "{}"),
    (
      "fee/coupon", "_id=demo-out-1&car_park_records_id=STAY&coupon_time=30",
      "{coupon_amount:number}"
    ),
    (
      "leave/permit-through",
      "_id=demo-out-1&car_park_records_id=STAY&manual=0&total_amount=700&coupon_amount=200", "{}"
    ),
  ]

  @Test("have the documents' keys and types")
  func shape() throws {
    let stayID = try terminal.standingStay()
    for (path, query, shape) in Self.shapes {
      let reply = try terminal.ask(path, query.replacing("STAY", with: stayID))
      #expect(reply.status == 200 && reply.code == 0 && reply.message == "", "\(path)")
      #expect(reply.envelope.shape == "{code:number,data:\(shape),message:string}")
      #expect(reply.response.header("Content-Type") == "application/json; charset=utf-8")
      #expect(reply.response.header("Cache-Control") == "no-store")
    }
  }

  @Test("give the same with and without a slash, by GET and POST")
  func methods() throws {
    _ = try terminal.standingStay()
    for (path, query, _) in Self.shapes.prefix(6) {
      let plain = try terminal.ask(path, query)
      #expect(try terminal.ask("\(path)/", query).envelope == plain.envelope)
      let posted = try terminal.ask(path) {
        $0.method = .post
        $0.contentType = "application/x-www-form-urlencoded"
        $0.body = Array(query.utf8)
      }
      #expect(posted.envelope == plain.envelope)
    }
  }

  @Test("have the same keys when nothing stands at the barrier")
  func empty() throws {
    let reply = try terminal.ask("unfee", "_id=demo-out-1")
    #expect(reply.envelope.shape.contains(Self.shapes[4].2))
    #expect(reply.data["has"]?.number == "0" && reply.data["_id"]?.string == "")
  }

  @Test("say what a car owes and what became of it")
  func values() throws {
    let stayID = try terminal.standingStay()
    let due = try terminal.ask("unfee", "_id=demo-out-1").data
    #expect(due["has"]?.number == "1" && due["total_amount"]?.number == "700")
    #expect(due["park_minutes"]?.number == "67" && due["license"]?.string == "苏E88888")
    let time = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/
    #expect(due["enter_time"]?.string?.wholeMatch(of: time) != nil)
    let press = "_id=demo-out-1&car_park_records_id=\(stayID)"
    let coupon = try terminal.ask("fee/coupon", "\(press)&coupon_time=30")
    #expect(coupon.data["coupon_amount"]?.number == "200")
    let paid = try terminal.ask(
      "leave/permit-through", "\(press)&manual=0&total_amount=700&coupon_amount=200")
    #expect(paid.code == 0)
    let duty = try terminal.ask("duty/current", "_id=demo-out-1").data
    #expect(duty["total_amount"]?.number == "500" && duty["coupon_number"]?.string == "1")
    #expect(duty["work_hours"]?.string == "00:00" && duty["operator"]?.string == "东门出口")
    let info = try terminal.ask("park-info-query").data
    #expect(info["remain_car_port"]?.number == "50" && info["temp_car_total"]?.number == "0")
    let record = try terminal.ask("records/exit", "_id=demo-out-1").data["exit_records"]?[0]
    #expect(record?["pay_status"]?.number == "1" && record?["car_fee_type"]?.number == "0")
  }

  @Test("A fee that cannot be computed is an error with complete data")
  func unknownFee() throws {
    try terminal.connection.run(script: "update parking.park set tariff_id = null")
    _ = try terminal.standingStay()
    let reply = try terminal.ask("unfee", "_id=demo-out-1")
    #expect(reply.status == 200 && reply.code == ResultCode.manualOnly.rawValue)
    #expect(reply.data.shape == Self.shapes[4].2)
    #expect(reply.data["has"]?.number == "1" && reply.data["total_amount"]?.number == "0")
    #expect(reply.data["_id"]?.string?.isEmpty == false)
  }
}
