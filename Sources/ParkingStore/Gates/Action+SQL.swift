internal import Parking
internal import PostgreSQL

extension Action {
  /// The statement that carries it out.
  func statement(_ gate: Gate) -> SQL {
    switch self {
    case .insertArrival(let arrival): arrival.insertion(gate)
    case .updateArrival(let arrival): arrival.update(gate).requiringOneRow
    case .beginStay(let stay): stay.insertion(gate)
    case .updateStay(let stay): stay.update(gate).requiringOneRow
    case .finishStay(let finished): finished.move(gate)
    case .open(let opening): opening.insertion(gate)
    case .makeCurrent(let arrivalID): Action.makeCurrent(arrivalID, gate)
    case .supersede(let arrivalID): Action.supersede(arrivalID, gate)
    case .cancelOpenings(let arrivalID, let boothID):
      Action.cancelOpenings(arrivalID, at: boothID, gate)
    case .book(let stayID, let amount, let method): Action.book(stayID, amount, method, gate)
    case .keepTyped(let plate, let arrivalID): plate.typedCapture(arrivalID, gate)
    case .review(let reason, let stayID, let arrivalID, let detail):
      """
      insert into parking.review_item (park_sn, booth_id, reason, stay_id, arrival_id, detail,
        raised_at)
      values (\(gate.parkSN), \(gate.boothID), \(reason), \(stayID), \(arrivalID), \(detail),
        \(gate.now))
      """
    case .audit(let press, let stayID, let arrivalID, let detail):
      """
      insert into parking.audit (park_sn, booth_id, at, account_id, caller, action, stay_id,
        arrival_id, detail)
      values (\(gate.parkSN), \(gate.boothID), \(gate.now), \(gate.caller.accountID),
        \(gate.caller.kind), \(press), \(stayID), \(arrivalID), \(detail))
      """
    }
  }

  private static func makeCurrent(_ arrivalID: Int64, _ gate: Gate) -> SQL {
    """
    update parking.booth set current_arrival_id = \(arrivalID)
    where park_sn = \(gate.parkSN) and booth_id = \(gate.boothID)
    """
  }

  private static func supersede(_ arrivalID: Int64, _ gate: Gate) -> SQL {
    """
    update parking.arrival set state = 'passed', waiting_until = null, need_register = false
    where park_sn = \(gate.parkSN) and arrival_id = \(arrivalID)
      and state in ('waiting', 'settling')
    """
  }

  private static func cancelOpenings(_ arrivalID: Int64, at boothID: String, _ gate: Gate) -> SQL {
    """
    update parking.opening set expires_at = \(gate.now)
    where park_sn = \(gate.parkSN) and booth_id = \(boothID) and delivered_at is null
      and expires_at > \(gate.now) and arrival_id = \(arrivalID)
    """
  }

  private static func book(
    _ stayID: Int64, _ amount: Money, _ method: PayMethod, _ gate: Gate
  ) -> SQL {
    """
    insert into parking.payment (park_sn, stay_id, booth_id, shift_id, amount, pay_method, booked_at)
    values (\(gate.parkSN), \(stayID), \(gate.boothID), \(gate.shift), \(amount), \(method),
      \(gate.now))
    """
  }
}

extension SQL {
  /// A change that fails, and with it its transaction, unless it touches one row. The locks make it
  /// so.
  fileprivate var requiringOneRow: SQL {
    "with touched as (\(self) returning 1) select parking.require_one(count(*)) from touched"
  }
}

extension Plate {
  /// An attendant's typed read, kept as a camera's is; no device waits for its reply.
  fileprivate func typedCapture(_ arrivalID: Int64, _ gate: Gate) -> SQL {
    """
    insert into parking.capture (park_sn, booth_id, vendor, received_at, captured_at, plate_raw,
      plate, plate_kind, arrival_id, reply, reply_type)
    values (\(gate.parkSN), \(gate.boothID), 'typed', \(gate.now), \(gate.now), \(raw), \(key),
      \(kind), \(arrivalID), '', '')
    """
  }
}

extension Opening {
  /// A read's opening is in the camera's reply; any other waits for the camera's next request.
  fileprivate func insertion(_ gate: Gate) -> SQL {
    let isDelivered = cause == .read && gate.repliesToCamera
    let expiry = gate.now.advanced(bySeconds: GateRules.openingLife)
    return """
      insert into parking.opening (park_sn, booth_id, arrival_id, cause, display, decided_at,
        expires_at, delivered_at, delivered_by)
      values (\(gate.parkSN), \(gate.boothID), \(arrivalID), \(cause), \(display), \(gate.now),
        \(expiry), \(isDelivered ? gate.now : nil), \(isDelivered ? "reply" : nil as String?))
      """
  }
}
