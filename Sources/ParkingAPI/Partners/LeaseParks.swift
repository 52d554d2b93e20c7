internal import HTTP
internal import ParkingStore

extension Routes {
  /// `api/leasePark`: a page of what the partner's parks offer.
  static func leaseParks(_ request: PartnerRequest) throws -> Answer {
    let page = try request.fields.optionalInteger("page", 1...1_000_000) ?? 1
    let limit = try request.fields.optionalInteger("limit", 1...1000) ?? 1000
    let offers = try request.store.offers(of: request.call, page: page, limit: limit)
    return .data(offers.map(Line.init))
  }
}

private struct Line: JSONEncodable {
  let offer: ListedOffer

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("park_sn", offer.parkSN)
      writer.member("park_name", offer.parkName)
      writer.member("deadline", offer.deadline)
      writer.member("start_time", offer.startTime)
      writer.member("end_time", offer.endTime)
      writer.member("is_sat", offer.isSaturday ? 1 : 0)
      writer.member("is_sun", offer.isSunday ? 1 : 0)
      writer.member("is_holiday", offer.isHoliday ? 1 : 0)
      writer.member("price", offer.price)
      writer.member("start_price", offer.startPrice)
      writer.member("holiday_price", offer.holidayPrice)
      writer.member("longitude", offer.longitude)
      writer.member("latitude", offer.latitude)
    }
  }
}
