public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Takes a payment back: a row of its own, the payment itself never changes (rule 9). The shift
  /// that took the money gives it back; if it has ended, the one at this booth does. The stay is
  /// unpaid then and on the review list. Asking again changes nothing.
  ///
  /// - Returns: What was given back.
  public func reversePayment(_ press: ReversalPress, at visit: BoothVisit) throws -> Money {
    try pressing(visit, .stay(press.stayID)) { situation, _, connection in
      guard let payment = try Payment.find(press.stayID, visit.park, connection) else {
        throw Refusal.nothingToReverse
      }
      guard !payment.isReversed else { return ([], payment.amount) }
      let gate = visit.gate(at: situation.now)
      _ = try connection.queryAll([
        payment.reversal(gate),
        """
        update parking.arrival set pay_status = 0
        where park_sn = \(gate.parkSN) and stay_id = \(press.stayID) and state = 'left'
        """,
      ])
      let actions: [Action] = [
        .review(
          .paymentReversed, stayID: press.stayID, arrivalID: nil,
          detail: "\(payment.amount.yuan)元，\(press.reason)"),
        .audit(
          .reversal, stayID: press.stayID, arrivalID: nil,
          detail: "\(payment.amount.fen) fen \(press.reason)"),
      ]
      return (actions, payment.amount)
    }
  }
}

/// A payment as it was booked.
private struct Payment {
  let paymentID: Int64
  let amount: Money
  let boothID: String
  /// Nil when it has ended.
  let openShiftID: Int64?
  let isReversed: Bool

  static func find(
    _ stayID: Int64, _ park: ParkSettings, _ connection: Connection
  ) throws -> Payment? {
    let row = try connection.query(
      """
      select p.payment_id, p.amount, p.booth_id, (
          select s.shift_id from parking.shift s
          where s.shift_id = p.shift_id and s.ended_at is null),
        exists (select from parking.payment r where r.reverses = p.payment_id)
      from parking.payment p
      where p.stay_id = \(stayID) and p.park_sn = \(park.parkSN) and p.kind = 'payment'
      """
    ).first
    guard var columns = row?.columns else { return nil }
    return Payment(
      paymentID: try columns.next(), amount: try columns.next(), boothID: try columns.next(),
      openShiftID: try columns.next(), isReversed: try columns.next())
  }

  func reversal(_ gate: Gate) -> SQL {
    let shift: SQL = openShiftID.map { "\($0)" } ?? gate.shift
    return """
      insert into parking.payment (park_sn, stay_id, booth_id, shift_id, kind, reverses, amount,
        pay_method, booked_at)
      select \(gate.parkSN), p.stay_id, \(openShiftID == nil ? gate.boothID : boothID), \(shift),
        'reversal', p.payment_id, p.amount, p.pay_method, \(gate.now)
      from parking.payment p where p.payment_id = \(paymentID)
      """
  }
}
