import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("The URLs for vehicles that a camera did not know, and for reviews")
struct MatchURLTests {
  static let candidate = """
    {car_park_records_id:string,license:string,enter_time:string,park_minutes:number,\
    enter_car_image_url:string,car_fee_type:number,score:number,proposed:number}
    """
  static let keys = """
    has:number,_id:string,capture_id:string,license:string,leave_time:string,\
    leave_car_image_url:string,candidates:
    """
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func signedIn(_ login: String) -> (inout Request) -> Void {
    { $0.headers["cookie"] = "__Host-gatehouse=\(login)-session" }
  }

  @Test("offer candidates, take the choice and give the fee")
  func match() throws {
    #expect(
      try terminal.ask("leave/candidates", "_id=demo-out-1").data.shape == "{\(Self.keys)[]}")
    try terminal.push("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try terminal.push("苏E8888B", at: "demo-out-1")
    let read = try terminal.ask("leave/candidates", "_id=demo-out-1").data
    #expect(read.shape == "{\(Self.keys)[\(Self.candidate)]}")
    let stay = try #require(read["candidates"]?[0])
    #expect(stay["park_minutes"]?.number == "67" && stay["proposed"]?.number == "1")
    let stayID = try #require(stay["car_park_records_id"]?.string)
    let press = "_id=demo-out-1&car_park_records_id=\(stayID)"
    let wrong = try terminal.ask("leave/confirm", "\(press)&capture_id=1")
    #expect(wrong.code == ResultCode.notSettling.rawValue)
    let chosen = try terminal.ask("leave/confirm", press)
    #expect(chosen.data["display"]?.string == "苏E88888 请缴费7.00元")
    #expect(try terminal.ask("unfee", "_id=demo-out-1").data["_id"]?.string == stayID)
    try terminal.push("苏E8888Q", at: "demo-out-2")
    let elsewhere = try terminal.ask(
      "leave/confirm", "_id=demo-out-2&car_park_records_id=\(stayID)")
    #expect(elsewhere.code == ResultCode.settlingElsewhere.rawValue)
  }

  @Test("give a ticket, which is typed at the exit")
  func ticket() throws {
    try terminal.push("", at: "demo-in-1")
    let given = try terminal.ask("enter/permit-through", "_id=demo-in-1&ticket=1")
    #expect(given.data.shape == "{ticket:string,license:string,car_park_records_id:string}")
    let ticket = try #require(given.data["ticket"]?.string)
    let record = try terminal.ask("records/enter", "_id=demo-in-1").data["enter_records"]?[0]
    #expect(record?["license"]?.string == "无牌\(ticket)")
    #expect(record?["need_register"]?.number == "0")
    let wrong = "\((Int(ticket) ?? 0) + 1)"
    for query in ["ticket=\(wrong)", "license=无牌\(wrong)", "ticket=x"] {
      let reply = try terminal.ask("leave/capture", "_id=demo-out-1&\(query)")
      #expect(reply.code == ResultCode.unknownTicket.rawValue, "\(query)")
    }
    let both = try terminal.ask("leave/capture", "_id=demo-out-1&ticket=\(ticket)&license=苏E1")
    #expect(both.code == ResultCode.malformedParameter.rawValue)
    let left = try terminal.ask("leave/capture", "_id=demo-out-1&license=无牌\(ticket)")
    #expect(left.data["open"]?.bool == true)
    let none = try terminal.ask("enter/permit-through", "_id=demo-in-2&ticket=1")
    #expect(none.code == ResultCode.notWaiting.rawValue)
    let missing = try terminal.ask("enter/permit-through", "_id=demo-in-2&ticket=0")
    #expect(missing.code == ResultCode.missingParameter.rawValue)
  }

  @Test("cancel what turned back")
  func cancel() throws {
    try terminal.push("苏E88888", at: "demo-in-1")
    #expect(try terminal.ask("enter/cancel", "_id=demo-in-1&reason=倒车").code == 0)
    #expect(try terminal.ask("enter/cancel", "_id=demo-in-1").code == 0)
    let gone = try terminal.ask("leave/cancel", "_id=demo-out-1")
    #expect(gone.code == ResultCode.cannotTurnBack.rawValue)
    #expect(try terminal.ask("leave/cancel", "_id=demo-in-1").code == 1102)
  }

  @Test("reverse a payment for a supervisor alone")
  func reversal() throws {
    let stayID = try terminal.standingStay()
    let press = "_id=demo-out-1&car_park_records_id=\(stayID)"
    _ = try terminal.ask(
      "leave/permit-through", "\(press)&manual=0&total_amount=700&coupon_amount=0")
    let reverse = "\(press)&reason=收错"
    #expect(try terminal.ask("payment/reverse", reverse).status == 403)
    #expect(
      try terminal.ask("payment/reverse", reverse, change: signedIn("demo")).status == 403)
    let done = try terminal.ask("payment/reverse", reverse, change: signedIn("demo-supervisor"))
    #expect(done.code == 0 && done.data["amount"]?.number == "700")
    #expect(
      try terminal.ask("duty/current", "_id=demo-out-1").data["total_amount"]?.number == "0")
    let nothing = try terminal.ask(
      "payment/reverse", "_id=demo-out-1&car_park_records_id=99&reason=x",
      change: signedIn("demo-operator"))
    #expect(nothing.code == ResultCode.nothingToReverse.rawValue)
  }

  @Test("list reviews and resolve them, by a person or a terminal that is known")
  func reviews() throws {
    #expect(try terminal.ask("review/list").data.shape == "{reviews:[],next:string}")
    let stayID = try terminal.standingStay()
    _ = try terminal.ask(
      "leave/permit-through", "_id=demo-out-1&car_park_records_id=\(stayID)&manual=1")
    let list = try terminal.ask("review/list", "kind=manual_release&state=open&count=1").data
    let entry = try #require(list["reviews"]?[0])
    #expect(
      entry.shape == """
        {_id:string,kind:string,state:string,sentry_box_id:string,license:string,\
        car_park_records_id:string,capture_id:string,detail:string,suggestion:string,\
        raised_time:string,image_urls:[],resolutions:[string],resolution:string,note:string,\
        resolved_time:string,operator:string}
        """)
    let reviewID = try #require(entry["_id"]?.string)
    #expect(list["next"]?.string == reviewID)
    let press = "_id=\(reviewID)&resolution=collected&note=补缴"
    #expect(try terminal.ask("review/resolve", press).status == 403)
    let waived = try terminal.ask(
      "review/resolve", "_id=\(reviewID)&resolution=waived", change: signedIn("demo"))
    #expect(waived.status == 403)
    #expect(try terminal.ask("review/resolve", press, change: signedIn("demo")).code == 0)
    #expect(try terminal.ask("review/resolve", press, change: signedIn("demo")).code == 0)
    let codes: [(String, ResultCode)] = [
      ("_id=\(reviewID)&resolution=mistake", .alreadyResolved),
      ("_id=\(reviewID)&resolution=closed", .notApplicable),
      ("_id=999&resolution=mistake", .unknownReview),
      ("_id=x&resolution=mistake", .unknownReview),
      ("_id=\(reviewID)&resolution=other", .malformedParameter),
      ("_id=\(reviewID)", .missingParameter),
    ]
    for (query, code) in codes {
      let reply = try terminal.ask("review/resolve", query, change: signedIn("demo-operator"))
      #expect(reply.code == code.rawValue, "\(query)")
    }
    let resolved = try terminal.ask("review/list", "state=resolved").data["reviews"]?[0]
    #expect(resolved?["operator"]?.string == "王小明" && resolved?["note"]?.string == "补缴")
    for query in ["kind=other", "state=other", "before=0", "count=0"] {
      let reply = try terminal.ask("review/list", query)
      #expect(reply.code == ResultCode.malformedParameter.rawValue, "\(query)")
    }
  }
}
