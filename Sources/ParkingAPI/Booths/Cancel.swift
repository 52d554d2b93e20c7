internal import Parking
internal import ParkingStore

extension Routes {
  /// `enter/cancel`: the vehicle turned back at an entry.
  static func cancelEntry(_ request: BoothRequest) throws -> Answer {
    try cancel(request, .enter)
  }

  /// `leave/cancel`: the vehicle turned back at an exit.
  static func cancelExit(_ request: BoothRequest) throws -> Answer {
    try cancel(request, .exit)
  }

  private static func cancel(
    _ request: BoothRequest, _ direction: BoothSettings.Direction
  ) throws -> Answer {
    let visit = try request.visit(direction)
    let named = try request.fields.optionalText("capture_id")
    let reason = try request.fields.optionalText("reason") ?? ""
    if let named, Int64(named) == nil { throw Refusal.cannotTurnBack }
    try request.store.cancel(
      CancelPress(arrivalID: named.flatMap { Int64($0) }, reason: reason), at: visit)
    return .done
  }
}
