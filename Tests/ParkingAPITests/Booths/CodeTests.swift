import HTTP
import ParkingStore
import Testing

@testable import ParkingAPI

@Suite("The table of codes")
struct CodeTests {
  /// Codes that the transport or nginx answers: no request that reaches a handler gets them.
  static let outside: Set<ResultCode> = [.badRequest, .tooLarge, .tooMany]
  /// Codes that other tests of this module reach.
  static let elsewhere: Set<ResultCode> = [
    .done, .notAuthenticated, .notAllowed, .notFound, .methodNotAllowed, .unknownHost, .failed,
    .unavailable, .notOnDuty, .boothTaken, .handedOver, .lockedOut,
    .unknownTicket, .settlingElsewhere, .cannotTurnBack, .nothingToReverse, .unknownReview,
    .alreadyResolved, .notApplicable,
    .unknownPark, .unknownVehicle, .keptBySiteFile, .badTariff, .unknownTariff,
  ]

  @Test("Every code is reached by some request, or says who gives it")
  func reached() throws {
    let terminal = try Terminal()
    let stayID = try terminal.standingStay()
    var reached = Set(ParameterTests.cases.map(\.2))
    try terminal.push("苏E99999", at: "demo-out-2")
    let ghost = try #require(try terminal.ask("unfee", "_id=demo-out-2").data["_id"]?.string)
    let press = "car_park_records_id=\(ghost)&manual=0&total_amount=0&coupon_amount=0"
    let manual = try terminal.ask("leave/permit-through", "_id=demo-out-2&\(press)")
    reached.insert(try #require(manual.code.flatMap(ResultCode.init(rawValue:))))
    let out = "car_park_records_id=\(stayID)&manual=1"
    #expect(try terminal.ask("leave/permit-through", "_id=demo-out-1&\(out)").code == 0)
    let again = try terminal.ask("leave/permit-through", "_id=demo-out-2&\(out)")
    reached.insert(try #require(again.code.flatMap(ResultCode.init(rawValue:))))
    #expect(reached.contains(.manualOnly) && reached.contains(.alreadyReleased))
    #expect(
      Set(ResultCode.allCases) == reached.union(Self.outside).union(Self.elsewhere))
  }

  @Test("HTTP's own statuses are their codes, all others are 200", arguments: ResultCode.allCases)
  func status(code: ResultCode) throws {
    #expect(code.status == (code.rawValue >= 400 && code.rawValue < 600 ? code.rawValue : 200))
    #expect(code.message.isEmpty == (code == .done))
    let terminal = try Application(store: .init(conninfo: "", pictures: ""))
    #expect(terminal.refuse(code).status == code.status)
  }
}
