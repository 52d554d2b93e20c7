internal import Parking
internal import PostgreSQL

extension OpenStay {
  /// The columns that `optional` reads, of the table alias `o`.
  static let columns: SQL = """
    o.stay_id, o.plate, o.license, o.plate_kind, o.category, o.enter_time, o.enter_booth_id,
    o.enter_arrival_id, o.enter_picture, o.tariff_version_id, o.vehicle_class, o.coupon_minutes,
    o.settle_booth_id, o.settle_arrival_id, o.settle_until, o.leave_time, o.total_amount,
    o.coupon_amount, o.quote, o.quote_error
    """

  static let columnCount = 20

  /// Reads an open stay; nil where an outer join found none.
  static func optional(_ columns: inout RowDecoder) throws(DatabaseError) -> OpenStay? {
    guard let stayID = try columns.next(Int64?.self) else {
      columns.skip(columnCount - 1)
      return nil
    }
    var stay = OpenStay(
      stayID: stayID, plate: try columns.next(), license: try columns.next(),
      kind: try columns.next(), category: try columns.next(), enterTime: try columns.next(),
      enterBoothID: try columns.next(), enterArrivalID: try columns.next(),
      enterPicture: try columns.next(), tariffVersionID: try columns.next())
    stay.vehicleClass = try columns.next()
    stay.couponMinutes = Int(try columns.next(Int32.self))
    stay.settlement = try .optional(&columns)
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
    _ columns: inout RowDecoder
  ) throws(DatabaseError) -> Settlement? {
    let boothID = try columns.next(String?.self)
    let arrivalID = try columns.next(Int64?.self)
    let until = try columns.next(Instant?.self)
    let leaveTime = try columns.next(Instant?.self)
    let fee = Fee(
      total: try columns.next(), coupon: try columns.next(), quote: try columns.next(),
      error: try columns.next())
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
