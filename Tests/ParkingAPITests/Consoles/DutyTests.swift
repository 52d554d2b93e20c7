import HTTP
import Testing

@testable import ParkingAPI

@Suite("Going on duty and handing over")
struct DutyTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func ask(
    _ path: String, _ query: String = "", as login: String = "demo", at booth: String = "demo-out-1"
  ) throws -> Terminal.Reply {
    try terminal.ask(path, "_id=\(booth)\(query)") {
      $0.headers["cookie"] = "\(Paths.sessionCookie)=\(login)-session"
    }
  }

  /// Goes on duty; the shift's number.
  private func begin(as login: String = "demo") throws -> String {
    try #require(try ask("duty/begin", as: login).data["shift_id"]?.string)
  }

  /// Takes 700 fen in cash.
  private func takeMoney() throws {
    let stayID = try terminal.standingStay()
    let press = "&car_park_records_id=\(stayID)&manual=0&total_amount=700&coupon_amount=0"
    #expect(try ask("leave/permit-through", press).code == 0)
  }

  @Test("Begun again it is the same shift, and the poll says whose it is")
  func begins() throws {
    let shiftID = try begin()
    #expect(try begin() == shiftID)
    let own = try ask("poll").data["duty"]
    #expect(own?["shift_id"]?.string == shiftID && own?["is_own"]?.number == "1")
    #expect(own?["operator"]?.string == "王小明")
    #expect(try ask("poll", as: "demo-2").data["duty"]?["is_own"]?.number == "0")
  }

  @Test("Somebody else's booth is taken only on purpose")
  func takesOver() throws {
    let theirs = try begin()
    let refused = try ask("duty/begin", as: "demo-2")
    #expect(refused.code == ResultCode.boothTaken.rawValue)
    #expect(refused.message == "本岗亭由他人值班，尚未交班：王小明")
    let taken = try ask("duty/begin", "&take_over=1", as: "demo-2")
    #expect(taken.code == 0 && taken.data["shift_id"]?.string != theirs)
    // It can still be handed over by whose it was.
    let late = try ask("duty/handover", "&shift_id=\(theirs)&counted_amount=0")
    #expect(late.code == 0 && late.data["handed_over"]?.number == "1")
  }

  @Test("Without a person there is no duty to begin or to end")
  func needsPerson() throws {
    #expect(
      try terminal.ask("duty/begin", "_id=demo-out-1").code == ResultCode.notOnDuty.rawValue)
    #expect(
      try terminal.ask("duty/handover", "_id=demo-out-1&shift_id=1&counted_amount=0").code
        == ResultCode.notOnDuty.rawValue)
  }

  @Test("The sum is said only after the cash was counted, with the difference and the note")
  func handsOver() throws {
    let shiftID = try begin()
    try takeMoney()
    let press = "&shift_id=\(shiftID)&counted_amount=650&note=%E5%B0%91"
    let done = try ask("duty/handover", press).data
    #expect(done["expected_amount"]?.number == "700" && done["cash_amount"]?.number == "700")
    #expect(done["difference_amount"]?.number == "-50" && done["note"]?.string == "少")
    #expect(done["vehicle_number"]?.string == "1")
    // Pressed again it is the same; with another figure it is an error, whatever came between.
    #expect(try ask("duty/handover", press).data.shape == done.shape)
    let other = try ask("duty/handover", "&shift_id=\(shiftID)&counted_amount=700")
    #expect(other.code == ResultCode.handedOver.rawValue && other.data.shape == "{}")
    #expect(try ask("poll").data["duty"]?["shift_id"]?.string == "")
  }

  @Test("Nobody hands over another's shift")
  func ownAlone() throws {
    let shiftID = try begin()
    for (login, booth) in [("demo-2", "demo-out-1"), ("demo", "demo-out-2")] {
      let reply = try ask(
        "duty/handover", "&shift_id=\(shiftID)&counted_amount=0", as: login, at: booth)
      #expect(reply.code == ResultCode.notOnDuty.rawValue, "\(login) \(booth)")
    }
    #expect(try ask("poll").data["duty"]?["shift_id"]?.string == shiftID)
  }

  @Test("An attendant sees one's own shifts, who answers for the park all of them")
  func history() throws {
    let shiftID = try begin()
    _ = try ask("duty/handover", "&shift_id=\(shiftID)&counted_amount=0")
    let second = try begin(as: "demo-2")
    _ = try ask("duty/begin", "&take_over=1")
    func seen(_ login: String) throws -> [String] {
      try ask("duty/history", as: login).data["shifts"]?.items.compactMap {
        $0["shift_id"]?.string
      } ?? []
    }
    #expect(try seen("demo") == [shiftID])
    #expect(try seen("demo-2") == [second])
    #expect(try seen("demo-operator") == [second, shiftID])
    #expect(try terminal.ask("duty/history", "_id=demo-out-1").data["shifts"]?.items.count == 0)
  }
}
