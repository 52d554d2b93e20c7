/// When the lists of a booth and what is due there last changed: while it is the same, so are they,
/// but for what ends by itself (`EntryRecord.isAtRest`, the time of a quote).
public struct ListVersion: Sendable, Equatable {
  /// Which of this store's connections read it: behind another one may stand a database that was
  /// restored, and counts again what it lost.
  let connection: Int
  /// The transaction that changed them.
  let transaction: Int64
}
