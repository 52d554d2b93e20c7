internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `office/offer`: what a park offers for off-peak leasing, and what its partners were told.
  static func officeOffer(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let pushes = try request.store.offerPushes(of: park, count: try request.count())
    return .data(
      OfferPage(
        offer: try request.store.leaseOffer(of: park),
        pushes: pushes.map { PushLine(push: $0, park: park) }))
  }
}

private struct OfferPage: JSONEncodable {
  let offer: LeaseOffer?
  let pushes: [PushLine]

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("has", offer == nil ? 0 : 1)
      writer.member("is_open", offer?.isOpen == true ? 1 : 0)
      writer.member("deadline", offer?.deadline.description ?? "")
      writer.member("start_time", offer?.start.leaseText ?? "")
      writer.member("end_time", offer?.end.leaseText ?? "")
      writer.member("is_sat", flag(.saturdays))
      writer.member("is_sun", flag(.sundays))
      writer.member("is_holiday", flag(.holidays))
      writer.member("price", offer?.price.fen ?? 0)
      writer.member("start_price", offer?.startPrice.fen ?? 0)
      writer.member("holiday_price", offer?.holidayPrice.fen ?? 0)
      writer.member("pushes", pushes)
    }
  }

  private func flag(_ day: LeaseOffer.AllDay) -> Int {
    offer?.allDay.contains(day) == true ? 1 : 0
  }
}

private struct PushLine: JSONEncodable {
  let push: OfferPush
  let park: ParkSettings

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("push_id", String(push.pushID))
      writer.member("app_id", push.appID)
      writer.member("partner_name", push.partner)
      writer.member("state", push.state.rawValue)
      writer.member("created_at", park.clock(push.createdAt))
      writer.member("settled_at", park.clock(push.settledAt))
      writer.member("attempts", push.attempts)
      writer.member("last_error", push.lastError)
      writer.member("body", push.body)
    }
  }
}
