internal import Parking
internal import PostgreSQL

/// A row of `parking.lease_offer`. It never goes; `is_open` closes it.
struct OfferRecord: SiteRecord {
  static let kind = "lease offer"
  static let selection: SQL = """
    select o.park_sn, \(LeaseOffer.columns), false from parking.lease_offer o order by o.park_sn
    """

  let parkID: String
  let terms: LeaseOffer
  var line: Int?

  init(_ offer: SiteFile.Offer, of park: SiteFile.Park) {
    self.init(terms: offer.terms, ofPark: park.id, line: offer.line)
  }

  init(terms: LeaseOffer, ofPark parkID: String, line: Int? = nil) {
    (self.terms, self.parkID, self.line) = (terms, parkID, line)
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    parkID = try columns.next()
    terms = try LeaseOffer(&columns)
  }

  var key: String { parkID }
  var summary: [String] {
    ["until \(terms.deadline)", "\(terms.start.leaseText)–\(terms.end.leaseText)"]
  }

  static func name(of key: String) -> String { "of \(key)" }

  static func retirement(of key: String) -> SQL {
    "update parking.lease_offer set is_open = false where park_sn = \(key)"
  }

  func differences(from stored: OfferRecord) -> [String] {
    let old = stored.terms
    return difference("is_open", old.isOpen, terms.isOpen)
      + difference("deadline", old.deadline, terms.deadline)
      + difference("start_time", old.start.leaseText, terms.start.leaseText)
      + difference("end_time", old.end.leaseText, terms.end.leaseText)
      + flag("is_sat", .saturdays, old) + flag("is_sun", .sundays, old)
      + flag("is_holiday", .holidays, old)
      + difference("price", old.price.fen, terms.price.fen)
      + difference("start_price", old.startPrice.fen, terms.startPrice.fen)
      + difference("holiday_price", old.holidayPrice.fen, terms.holidayPrice.fen)
  }

  private func flag(
    _ name: String, _ day: LeaseOffer.AllDay, _ old: LeaseOffer
  ) -> [String] {
    difference(name, old.allDay.contains(day), terms.allDay.contains(day))
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.lease_offer (park_sn, is_open, deadline, start_time, end_time, is_sat,
        is_sun, is_holiday, price, start_price, holiday_price)
      values (\(parkID), \(terms.isOpen), \(terms.deadline.sql), \(terms.start.sql),
        \(terms.end.sql),
        \(terms.allDay.contains(.saturdays)), \(terms.allDay.contains(.sundays)),
        \(terms.allDay.contains(.holidays)), \(terms.price), \(terms.startPrice),
        \(terms.holidayPrice))
      on conflict (park_sn) do update set is_open = excluded.is_open,
        deadline = excluded.deadline, start_time = excluded.start_time,
        end_time = excluded.end_time, is_sat = excluded.is_sat, is_sun = excluded.is_sun,
        is_holiday = excluded.is_holiday, price = excluded.price,
        start_price = excluded.start_price, holiday_price = excluded.holiday_price,
        changed_at = clock_timestamp()
      """
    ]
  }
}
