/// What a transaction sees of others: PostgreSQL's "13.2. Transaction Isolation".
public enum Isolation: Sendable {
  /// Each statement sees what was committed before it began.
  case readCommitted
  /// All statements see what was committed before the first; a conflicting write is 40001.
  case repeatableRead
  /// As if transactions ran one after another; a conflict is 40001.
  case serializable

  /// `BEGIN` alone means read committed unless the server was configured otherwise, and is the
  /// cheapest for it.
  var begin: SQL {
    switch self {
    case .readCommitted: "BEGIN"
    case .repeatableRead: "BEGIN ISOLATION LEVEL REPEATABLE READ"
    case .serializable: "BEGIN ISOLATION LEVEL SERIALIZABLE"
    }
  }
}
