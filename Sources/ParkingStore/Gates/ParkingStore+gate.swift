internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Carries out what was decided, and what goes with it, in one round trip; the caller's
  /// transaction commits it.
  func carryOut(
    _ actions: [Action], with others: [SQL] = [], _ gate: Gate, _ connection: Connection
  ) throws {
    let statements = actions.map { $0.statement(gate) } + others
    guard !statements.isEmpty else { return }
    let results = try connection.queryAll(statements)
    for (action, rows) in zip(actions, results)
    where action.mustTouchOneRow && rows.affected != 1 {
      throw StoreError.lostUpdate
    }
    tally = Tally(actions)
  }
}
