internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Carries out what was decided; the caller's transaction commits it.
  func carryOut(_ actions: [Action], _ gate: Gate, _ connection: Connection) throws {
    guard !actions.isEmpty else { return }
    let results = try connection.queryAll(actions.map { $0.statement(gate) })
    for (action, rows) in zip(actions, results)
    where action.mustTouchOneRow && rows.affected != 1 {
      throw StoreError.lostUpdate
    }
  }
}
