internal import Parking
internal import PostgreSQL

extension Arrival {
  private static let columnNames = [
    "arrival_id", "booth_id", "plate", "license", "category", "state", "first_read_at",
    "last_read_at", "waiting_until", "need_register", "stay_id", "enter_time", "leave_time",
    "pay_status", "released_at", "pressed_at", "press", "is_typed", "is_manual",
    "coupon_amount", "picture", "read_license",
  ]

  /// The columns that `optional` reads, of the table alias `a`; the first is null where an outer
  /// join found none.
  static let columns = columns(of: "a")

  /// The same of the alias `c`, the arrival at the barrier.
  static let currentColumns = columns(of: "c")

  /// The same of the alias `l`, the vehicle's last arrival.
  static let lastColumns = columns(of: "l")

  private static func columns(of alias: StaticString) -> SQL {
    SQL(unsafeRaw: columnNames.map { "\(alias).\($0)" }.joined(separator: ", "))
  }

  /// Reads an arrival; nil where an outer join found none.
  ///
  /// - Parameter read: One that was read before in the same row, which these columns may repeat.
  static func optional(
    _ columns: inout RowDecoder, after read: Arrival? = nil
  ) throws(DatabaseError) -> Arrival? {
    let arrivalID = try columns.next(Int64?.self)
    guard let arrivalID, arrivalID != read?.arrivalID else {
      columns.skip(columnNames.count - 1)
      return arrivalID == nil ? nil : read
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
    readLicense = try columns.next()
  }

  /// Whether a shift answers for letting it through.
  private var countsForShift: Bool { state == .left || (state == .entered && isTyped) }

  func insertion(_ gate: Gate) -> SQL {
    """
    insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state,
      first_read_at, last_read_at, waiting_until, need_register, stay_id, enter_time, leave_time,
      pay_status, released_at, pressed_at, press, is_typed, is_manual, coupon_amount, picture,
      read_license, shift_id)
    values (\(arrivalID), \(gate.parkSN), \(boothID), \(plate), \(license), \(category), \(state),
      \(firstReadAt), \(lastReadAt), \(waitingUntil), \(needsRegistration), \(stayID),
      \(enterTime), \(leaveTime), \(payStatus), \(releasedAt), \(pressedAt), \(press),
      \(isTyped), \(isManual), \(couponAmount), \(picture), \(readLicense),
      \(shift(gate)))
    """
  }

  func update(_ gate: Gate) -> SQL {
    """
    update parking.arrival
    set plate = \(plate), license = \(license), read_license = \(readLicense), category = \(category), state = \(state),
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
