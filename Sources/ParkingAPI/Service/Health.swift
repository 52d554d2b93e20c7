internal import ParkingStore

extension Routes {
  /// `/healthz`: 200 while the database answers.
  static func health(_ store: ParkingStore) throws -> Answer {
    try store.check()
    return .done
  }
}
