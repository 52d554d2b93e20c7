internal import HTTP
internal import LeasingAppStore
internal import Parking

/// A page of a parking system's `api/leasePark`.
struct OfferPage: Equatable {
  let offers: [AppOffer]
  /// How many entries were not understood.
  let unreadable: Int

  /// Reads `data`; nil when it is no array.
  init?(_ data: JSON) {
    guard let elements = data.elements else { return nil }
    offers = elements.compactMap(AppOffer.init)
    unreadable = elements.count - offers.count
  }
}

extension AppOffer {
  /// Reads one entry; nil when something of it is missing or malformed.
  init?(_ entry: JSON) {
    func text(_ name: String) -> String? { entry[name]?.string }
    func amount(_ name: String) -> Money? {
      entry[name]?.integer.flatMap { $0 >= 0 ? Money(fen: $0) : nil }
    }
    let flags: [(String, LeaseOffer.AllDay)] = [
      ("is_sat", .saturdays), ("is_sun", .sundays), ("is_holiday", .holidays),
    ]
    var allDay: LeaseOffer.AllDay = []
    for (name, flag) in flags {
      guard let value = entry[name]?.integer, value == 0 || value == 1 else { return nil }
      if value == 1 { allDay.insert(flag) }
    }
    guard let parkSN = text("park_sn"), let parkName = text("park_name"), !parkName.isEmpty,
      let deadline = text("deadline").flatMap({ CivilDate($0) }),
      let start = text("start_time").flatMap(CivilTime.init(leaseTime:)),
      let end = text("end_time").flatMap(CivilTime.init(leaseTime:)),
      let price = amount("price"), let startPrice = amount("start_price"),
      let holidayPrice = amount("holiday_price")
    else { return nil }
    self.init(
      parkSN: parkSN, parkName: parkName,
      terms: LeaseOffer(
        deadline: deadline, start: start, end: end, allDay: allDay, price: price,
        startPrice: startPrice, holidayPrice: holidayPrice),
      longitude: text("longitude") ?? "", latitude: text("latitude") ?? "")
  }
}
