internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `poll`: all that a booth's console shows, with an `ETag`; 304 when nothing changed.
  static func poll(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit()
    let count = try request.count()
    if try request.fields.optionalInteger("active", 0...1) == 1, let token = request.session {
      try request.store.keepSession(token: token)
    }
    let view = try request.store.view(of: visit, count: count)
    return .response(
      Response(.data(Poll(view: view, visit: visit, request: request)))
        .validated(for: request.request))
  }
}

extension BoothRequest {
  /// The token of the session's cookie.
  var session: String? { Cookies(request)[Paths.sessionCookie] }
}

private struct Poll: JSONEncodable {
  let view: BoothView
  let visit: BoothVisit
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("booth", Place(booth: visit.booth))
      writer.member("park", Figures(park: visit.park, figures: view.figures))
      writer.member("duty", Duty(view: view, visit: visit, request: request))
      writer.member("review_number", view.reviews)
      writer.member("enter_records", view.entries.map { Entry(line: $0, request: request) })
      writer.member("exit_records", view.exits.map { Exit(line: $0, request: request) })
      writer.member("unfee", Due(line: view.due, request: request))
    }
  }
}

private struct Place: JSONEncodable {
  let booth: BoothSettings

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("_id", booth.boothID)
      writer.member("sentry_box_name", booth.name)
      writer.member("direction", booth.direction.rawValue)
    }
  }
}

private struct Figures: JSONEncodable {
  let park: ParkSettings
  let figures: ParkFigures

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("park_name", park.name)
      writer.member("total_car_port", park.rules.places)
      writer.member("remain_car_port", max(0, park.rules.places - figures.inside))
      writer.member("temp_car_total", figures.temporaryInside)
    }
  }
}

/// Who is on duty. No money: cash is counted before its sum is shown.
private struct Duty: JSONEncodable {
  let view: BoothView
  let visit: BoothVisit
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("shift_id", view.shift.map { String($0.shiftID) } ?? "")
      writer.member("operator", view.shift?.operatorName ?? "")
      writer.member("began_at", request.clock(view.shift?.beganAt))
      let isOwn = view.onDuty != nil && view.onDuty == visit.caller.accountID
      writer.member("is_own", isOwn ? 1 : 0)
    }
  }
}

private struct Entry: JSONEncodable {
  let line: EntryLine
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("license", line.record.license)
      writer.member("enter_time", request.clock(line.record.enterTime))
      writer.member("car_fee_type", line.record.category.rawValue)
      writer.member("enter_flag", line.record.isWaiting ? 1 : 0)
      writer.member("need_register", line.record.needsRegistration ? 1 : 0)
      writer.member("capture_id", String(line.record.arrivalID))
      writer.member("barrier", line.record.barrier.rawValue)
      writer.member("state", line.state.rawValue)
      writer.member("wait_until", request.clock(line.waitingUntil))
      writer.member("car_image_url", request.pictureURL(line.picture))
    }
  }
}

private struct Exit: JSONEncodable {
  let line: ExitLine
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("license", line.record.license)
      writer.member("enter_time", request.clock(line.record.enterTime))
      writer.member("leave_time", request.clock(line.record.leaveTime))
      writer.member("pay_status", line.record.payStatus.rawValue)
      writer.member("car_fee_type", line.record.category.rawValue)
      writer.member("capture_id", String(line.record.arrivalID))
      writer.member("barrier", line.record.barrier.rawValue)
      writer.member("state", line.state.rawValue)
      writer.member("car_park_records_id", line.stayID.map { String($0) } ?? "")
      writer.member("release", line.press)
      writer.member("car_image_url", request.pictureURL(line.picture))
    }
  }
}

/// `unfee`, with what its terminal would have to ask for besides.
private struct Due: JSONEncodable {
  let line: DueLine?
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    let stay = line?.stay
    let minutes = stay.flatMap { stay in
      stay.enterTime.map { Int(stay.leaveTime.seconds(since: $0) / 60) }
    }
    writer.object { writer in
      writer.member("has", line == nil ? 0 : 1)
      writer.member("_id", stay.map { String($0.stayID) } ?? "")
      writer.member("license", stay?.license ?? "")
      writer.member("park_minutes", minutes ?? 0)
      writer.member("enter_time", request.clock(stay?.enterTime))
      writer.member("leave_time", request.clock(stay?.leaveTime))
      writer.member("enter_car_image_url", request.pictureURL(stay?.enterPicture))
      writer.member("total_amount", stay?.fee.total?.fen ?? 0)
      writer.member("car_fee_type", line?.category.rawValue ?? 0)
      writer.member("coupon_time", stay?.couponMinutes ?? 0)
      writer.member("coupon_amount", stay?.fee.coupon.fen ?? 0)
      writer.member("fee_error", stay?.fee.reason ?? "")
      writer.member("leave_car_image_url", request.pictureURL(line?.leavePicture))
      writer.member("lines") { $0.raw(Array((line?.lines ?? "[]").utf8)) }
    }
  }
}

extension Fee {
  /// Why it is unknown; nil when it is known.
  fileprivate var reason: String? {
    guard case .unknown(let reason) = self else { return nil }
    return reason
  }
}
