internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `duty/handover`: the attendant ends the shift with the cash counted, and only now learns what
  /// it should have been.
  static func handOver(_ request: BoothRequest) throws -> Answer {
    let visit = try request.visit()
    guard let counted = try request.fields.optionalMoney("counted_amount") else {
      throw Refused(.missingParameter, "counted_amount")
    }
    let note = try request.fields.optionalText("note", longest: HandoverPress.longestNote) ?? ""
    guard let shiftID = try request.fields.number("shift_id") else { throw Refusal.notOnDuty }
    let press = HandoverPress(shiftID: shiftID, counted: counted, note: note)
    return .data(ShiftLine(shift: try request.store.handOver(press, at: visit), park: request.park))
  }
}
