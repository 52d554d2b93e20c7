internal import HTTP
internal import LeasingAppStore
internal import Parking

extension AppRoutes {
  /// `lease/park`: what a park offers now, as its system pushes it.
  static func receiveOffer(_ request: SignedAppRequest) throws -> AppAnswer {
    try request.store.keep(try offer(request.fields), of: request.call)
    return .done
  }

  private static func offer(_ fields: AppFields) throws(AppRefused) -> AppOffer {
    let flags: [(String, LeaseOffer.AllDay)] = [
      ("is_sat", .saturdays), ("is_sun", .sundays), ("is_holiday", .holidays),
    ]
    var allDay: LeaseOffer.AllDay = []
    for (name, flag) in flags where try fields.integer(name, 0...1) == 1 { allDay.insert(flag) }
    guard let deadline = CivilDate(try fields.text("deadline")) else {
      throw AppRefused(.malformedParameter, "deadline")
    }
    let terms = LeaseOffer(
      deadline: deadline, start: try time("start_time", fields), end: try time("end_time", fields),
      allDay: allDay, price: try money("price", fields),
      startPrice: try money("start_price", fields),
      holidayPrice: try money("holiday_price", fields))
    return AppOffer(
      parkSN: try identifier(fields), parkName: try fields.text("park_name"), terms: terms,
      longitude: try degrees("longitude", fields), latitude: try degrees("latitude", fields))
  }

  private static func degrees(_ name: String, _ fields: AppFields) throws(AppRefused) -> String {
    let text = try fields.optionalText(name) ?? ""
    guard text.utf8.count <= 32 else { throw AppRefused(.malformedParameter, name) }
    return text
  }

  private static func identifier(_ fields: AppFields) throws(AppRefused) -> String {
    let text = try fields.text("park_sn")
    guard text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}/) != nil else {
      throw AppRefused(.malformedParameter, "park_sn")
    }
    return text
  }

  private static func time(_ name: String, _ fields: AppFields) throws(AppRefused) -> CivilTime {
    guard let time = CivilTime(leaseTime: try fields.text(name)) else {
      throw AppRefused(.malformedParameter, "\(name) 应为 00:00 到 23:59")
    }
    return time
  }

  private static func money(_ name: String, _ fields: AppFields) throws(AppRefused) -> Money {
    Money(fen: try fields.integer(name, 0...1_000_000_000))
  }
}
