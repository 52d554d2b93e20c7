internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `office/offer/change`: what a park offers from now on; its partners are told.
  static func officeOfferChange(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let offer = try LeaseOffer(request.fields)
    let isNew = try request.store.change(offer, of: park, by: request.person)
    return .data(Changed(number: isNew ? 1 : 0))
  }

  /// `office/offer/push`: sends again what the relay gave up telling the park's partners.
  static func officeOfferPush(_ request: OfficeRequest) throws -> Answer {
    let number = try request.store.pushOfferAgain(of: try request.park(), by: request.person)
    return .data(Pushed(number: number))
  }
}

private struct Changed: JSONEncodable {
  let number: Int

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("changed", number) }
  }
}

private struct Pushed: JSONEncodable {
  let number: Int

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("pushed", number) }
  }
}

extension LeaseOffer {
  /// Terms by the names of `api/leasePark`, and `is_open`; all of them must be there.
  fileprivate init(_ fields: Fields) throws(Refused) {
    let isOpen = try fields.integer("is_open", 0...1) == 1
    guard let deadline = CivilDate(try fields.text("deadline")) else {
      throw Refused(.malformedParameter, "deadline 应为 YYYY-MM-DD")
    }
    let (start, end) = (try fields.minute("start_time"), try fields.minute("end_time"))
    var allDay: AllDay = []
    for (name, day) in [
      ("is_sat", AllDay.saturdays), ("is_sun", .sundays), ("is_holiday", .holidays),
    ]
    where try fields.integer(name, 0...1) == 1 { allDay.insert(day) }
    self.init(
      isOpen: isOpen, deadline: deadline, start: start, end: end, allDay: allDay,
      price: try fields.money("price"), startPrice: try fields.money("start_price"),
      holidayPrice: try fields.money("holiday_price"))
  }
}

extension Fields {
  /// A time on a clock, `HH:MM`.
  fileprivate func minute(_ name: String) throws(Refused) -> CivilTime {
    guard let time = CivilTime(leaseTime: try text(name)) else {
      throw Refused(.malformedParameter, "\(name) 应为 HH:MM")
    }
    return time
  }

  /// An amount in fen that must be there.
  fileprivate func money(_ name: String) throws(Refused) -> Money {
    guard let amount = try optionalMoney(name) else { throw Refused(.missingParameter, name) }
    return amount
  }
}
