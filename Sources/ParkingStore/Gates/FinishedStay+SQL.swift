internal import Parking
internal import PostgreSQL

extension FinishedStay {
  /// Moves the open stay to the finished ones; it fails when another transaction was first.
  func move(_ gate: Gate) -> SQL {
    """
    with gone as (
      delete from parking.open_stay
      where park_sn = \(gate.parkSN) and stay_id = \(stay.stayID)
      returning 1), kept as (
    insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome,
      enter_time, enter_booth_id, leave_time, leave_booth_id, closed_at, tariff_version_id,
      total_amount, coupon_minutes, coupon_amount, paid_amount, pay_status, is_manual, reason,
      quote, quote_error, shift_id)
    select \(stay.stayID), \(gate.parkSN), \(stay.plate), \(stay.license), \(stay.kind),
      \(stay.category), \(outcome), \(stay.enterTime), \(stay.enterBoothID), \(leaveTime),
      \(leaveBoothID), \(gate.now), \(stay.tariffVersionID), \(fee.total),
      \(Int32(stay.couponMinutes)), \(fee.coupon), \(paid), \(payStatus), \(isManual), \(reason),
      \(fee.quote), \(fee.error), \(outcome == .left ? gate.shift : "null::bigint")
    from gone returning 1)
    select parking.require_one(count(*)) from kept
    """
  }
}
