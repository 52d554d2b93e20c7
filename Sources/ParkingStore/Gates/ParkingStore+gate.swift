internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Carries out what was decided, and what goes with it, in one round trip.
  ///
  /// - Parameter isLast: Whether that ends the transaction: the commit goes along. The caller's
  ///   transaction commits it otherwise.
  /// - Throws: `GH001` of the database when a change met no row: the locks make it meet one, and if
  ///   they did not, nothing is committed.
  func carryOut(
    _ actions: [Action], with others: [SQL] = [], _ gate: Gate, _ connection: Connection,
    isLast: Bool = false
  ) throws {
    let statements = actions.map { $0.statement(gate) } + others
    guard !statements.isEmpty else { return }
    if isLast {
      _ = try connection.queryAllCommitting(statements)
    } else {
      _ = try connection.queryAll(statements)
    }
    tally = Tally(actions)
  }
}
