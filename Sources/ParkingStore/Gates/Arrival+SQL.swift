internal import Parking
internal import PostgreSQL

extension Arrival {
  /// The columns that `init(columns:)` reads, of the table alias `a`; the first is null where an
  /// outer join found none.
  static let columns: SQL = """
    a.arrival_id, a.booth_id, a.plate, a.license, a.category, a.state, a.first_read_at,
    a.last_read_at, a.waiting_until, a.need_register, a.stay_id, a.enter_time, a.leave_time,
    a.pay_status, a.released_at, a.pressed_at, a.press, a.is_typed, a.is_manual, a.coupon_amount,
    a.picture
    """

  /// The number of those columns.
  static let columnCount = 21

  /// Reads an arrival; nil where an outer join found none.
  static func optional(_ columns: inout RowDecoder) throws(DatabaseError) -> Arrival? {
    guard let arrivalID = try columns.next(Int64?.self) else {
      for _ in 1..<columnCount { _ = try columns.nextCell() }
      return nil
    }
    return try Arrival(arrivalID: arrivalID, &columns)
  }

  private init(arrivalID: Int64, _ columns: inout RowDecoder) throws(DatabaseError) {
    self.init(
      arrivalID: arrivalID, boothID: try columns.next(), plate: try columns.next(),
      license: try columns.next(), category: try columns.next(), state: try columns.next(),
      readAt: try columns.next())
    lastReadAt = try columns.next()
    waitingUntil = try columns.next()
    needsRegistration = try columns.next()
    stayID = try columns.next()
    enterTime = try columns.next()
    leaveTime = try columns.next()
    payStatus = try columns.next()
    releasedAt = try columns.next()
    pressedAt = try columns.next()
    press = try columns.next()
    isTyped = try columns.next()
    isManual = try columns.next()
    couponAmount = try columns.next()
    picture = try columns.next()
  }

  /// Whether a shift answers for letting it through.
  private var countsForShift: Bool { state == .left || (state == .entered && isTyped) }

  func insertion(_ gate: Gate) -> SQL {
    """
    insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state,
      first_read_at, last_read_at, waiting_until, need_register, stay_id, enter_time, leave_time,
      pay_status, released_at, pressed_at, press, is_typed, is_manual, coupon_amount, picture,
      shift_id)
    values (\(arrivalID), \(gate.parkSN), \(boothID), \(plate), \(license), \(category), \(state),
      \(firstReadAt), \(lastReadAt), \(waitingUntil), \(needsRegistration), \(stayID),
      \(enterTime), \(leaveTime), \(payStatus), \(releasedAt), \(pressedAt), \(press),
      \(isTyped), \(isManual), \(couponAmount), \(picture), \(shift(gate)))
    """
  }

  func update(_ gate: Gate) -> SQL {
    """
    update parking.arrival
    set plate = \(plate), license = \(license), category = \(category), state = \(state),
      last_read_at = \(lastReadAt), waiting_until = \(waitingUntil),
      need_register = \(needsRegistration), stay_id = \(stayID), enter_time = \(enterTime),
      leave_time = \(leaveTime), pay_status = \(payStatus), released_at = \(releasedAt),
      pressed_at = \(pressedAt), press = \(press), is_typed = \(isTyped),
      is_manual = \(isManual), coupon_amount = \(couponAmount),
      shift_id = coalesce(shift_id, \(shift(gate)))
    where park_sn = \(gate.parkSN) and arrival_id = \(arrivalID)
    """
  }

  private func shift(_ gate: Gate) -> SQL {
    countsForShift ? gate.shift : "null::bigint"
  }
}
