internal import Parking
internal import PostgreSQL

extension Arrival {
  /// What `optional` reads, of the table alias `a`.
  static let columns = columns(of: "a")

  /// The same of the alias `c`, the arrival at the barrier.
  static let currentColumns = columns(of: "c")

  /// The same of the alias `l`, the vehicle's last arrival.
  static let lastColumns = columns(of: "l")

  private static func columns(of alias: StaticString) -> SQL {
    let fields = [
      "arrival_id", "booth_id::text", "plate::text", "license", "category::smallint", "state",
      "first_read_at", "last_read_at", "waiting_until", "need_register", "stay_id", "enter_time",
      "leave_time", "pay_status", "released_at", "pressed_at", "press", "is_typed", "is_manual",
      "coupon_amount::bigint", "picture::bytea", "read_license",
    ]
    return SQL(unsafeRaw: "row(\(fields.map { "\(alias).\($0)" }.joined(separator: ", ")))")
  }

  /// Reads an arrival; nil where an outer join found none.
  ///
  /// - Parameter read: One that was read before in the same row, which this column may repeat.
  static func optional(
    _ columns: inout RowDecoder, after read: Arrival? = nil
  ) throws(DatabaseError) -> Arrival? {
    var fields = try columns.record()
    guard let arrivalID = try fields.next(Int64?.self) else { return nil }
    if let read, read.arrivalID == arrivalID { return read }
    return try Arrival(arrivalID: arrivalID, &fields)
  }

  private init(arrivalID: Int64, _ fields: inout RecordDecoder) throws(DatabaseError) {
    self.init(
      arrivalID: arrivalID, boothID: try fields.next(), plate: try fields.next(),
      license: try fields.next(), category: try fields.next(), state: try fields.next(),
      readAt: try fields.next())
    lastReadAt = try fields.next()
    waitingUntil = try fields.next()
    needsRegistration = try fields.next()
    stayID = try fields.next()
    enterTime = try fields.next()
    leaveTime = try fields.next()
    payStatus = try fields.next()
    releasedAt = try fields.next()
    pressedAt = try fields.next()
    press = try fields.next()
    isTyped = try fields.next()
    isManual = try fields.next()
    couponAmount = try fields.next()
    picture = try fields.next()
    readLicense = try fields.next()
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
