internal import Parking
internal import PostgreSQL

extension OpenStay {
  /// What `optional` reads, of the table alias `o`.
  static let columns: SQL = """
    row(o.stay_id, o.plate::text, o.license, o.plate_kind, o.category::smallint, o.enter_time,
      o.enter_booth_id::text, o.enter_arrival_id, o.enter_picture::bytea, o.tariff_version_id,
      o.vehicle_class::text, o.coupon_minutes, o.settle_booth_id::text, o.settle_arrival_id,
      o.settle_until, o.leave_time, o.total_amount::bigint, o.coupon_amount::bigint, o.quote,
      o.quote_error)
    """

  /// Reads an open stay; nil where an outer join found none.
  static func optional(_ columns: inout RowDecoder) throws(DatabaseError) -> OpenStay? {
    var fields = try columns.record()
    guard let stayID = try fields.next(Int64?.self) else { return nil }
    var stay = OpenStay(
      stayID: stayID, plate: try fields.next(), license: try fields.next(),
      kind: try fields.next(), category: try fields.next(), enterTime: try fields.next(),
      enterBoothID: try fields.next(), enterArrivalID: try fields.next(),
      enterPicture: try fields.next(), tariffVersionID: try fields.next())
    stay.vehicleClass = try fields.next()
    stay.couponMinutes = Int(try fields.next(Int32.self))
    stay.settlement = try .optional(&fields)
    return stay
  }

  func insertion(_ gate: Gate) -> SQL {
    """
    insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category,
      enter_time, enter_booth_id, enter_arrival_id, enter_picture, tariff_version_id, vehicle_class)
    values (\(gate.parkSN), \(plate), \(stayID), \(license), \(kind), \(category), \(enterTime),
      \(enterBoothID), \(enterArrivalID), \(enterPicture), \(tariffVersionID), \(vehicleClass))
    """
  }

  func update(_ gate: Gate) -> SQL {
    """
    update parking.open_stay
    set coupon_minutes = \(Int32(couponMinutes)), vehicle_class = \(vehicleClass),
      settle_booth_id = \(settlement?.boothID),
      settle_arrival_id = \(settlement?.arrivalID), settle_until = \(settlement?.until),
      leave_time = \(settlement?.leaveTime), total_amount = \(settlement?.fee.total),
      coupon_amount = \(settlement?.fee.coupon ?? .zero), quote = \(settlement?.fee.quote),
      quote_error = \(settlement?.fee.error)
    where park_sn = \(gate.parkSN) and stay_id = \(stayID)
    """
  }
}

extension Settlement {
  fileprivate static func optional(
    _ fields: inout RecordDecoder
  ) throws(DatabaseError) -> Settlement? {
    let boothID = try fields.next(String?.self)
    let arrivalID = try fields.next(Int64?.self)
    let until = try fields.next(Instant?.self)
    let leaveTime = try fields.next(Instant?.self)
    let fee = Fee(
      total: try fields.next(), coupon: try fields.next(), quote: try fields.next(),
      error: try fields.next())
    guard let boothID, let arrivalID, let until, let leaveTime else { return nil }
    return Settlement(
      boothID: boothID, arrivalID: arrivalID, until: until, leaveTime: leaveTime, fee: fee)
  }
}

extension Fee {
  /// The fee of four columns.
  init(total: Money?, coupon: Money, quote: String?, error: String?) {
    if let total {
      self = .known(total: total, coupon: coupon, quote: quote ?? "{}")
    } else {
      self = .unknown(reason: error ?? "")
    }
  }

  /// The quote with its lines as JSON; nil when the fee is unknown.
  var quote: String? {
    guard case .known(_, _, let quote) = self else { return nil }
    return quote
  }

  /// Why the fee is unknown; nil when it is known.
  var error: String? {
    guard case .unknown(let reason) = self else { return nil }
    return reason
  }
}
