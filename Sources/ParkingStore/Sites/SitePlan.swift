internal import Parking
internal import PostgreSQL

/// What has to be done so that the database says what a site file says.
struct SitePlan {
  /// The changes in words, in the order of the file's sections.
  private(set) var changes: [SiteChange] = []
  /// What the file says that cannot be.
  private(set) var problems: [SiteFileErrors.Problem] = []
  private var releases: [SQL] = []
  private var writes: [SQL] = []

  /// The statements in the order in which no constraint stands in the way.
  var statements: [SQL] { releases + writes }

  /// Adds a change with its statements.
  mutating func add(_ change: SiteChange, _ statements: [SQL]) {
    changes.append(change)
    writes += statements
  }

  /// Adds a problem.
  mutating func fail(_ path: String, _ line: Int?, _ message: String) {
    problems.append(SiteFileErrors.Problem(path: path, line: line, message: message))
  }

  /// Plans the changes of one table.
  ///
  /// - Parameters:
  ///   - stored: the rows of the database.
  ///   - wanted: what the file says, in its order.
  ///   - isGoverned: whether the file gives the section of which a stored row is part, so that its
  ///     absence there retires it.
  /// - Returns: what will be in force, and what was retired.
  mutating func reconcile<Record: SiteRecord>(
    _ stored: [StoredRecord<Record>], with wanted: [Record], isGoverned: (Record) -> Bool
  ) -> SiteOutcome<Record> {
    var outcome = SiteOutcome<Record>()
    let index = Dictionary(stored.map { ($0.record.key, $0) }, uniquingKeysWith: { $1 })
    for record in wanted {
      write(record, over: index[record.key])
      outcome.inForce[record.key] = record
    }
    for row in stored where !row.isRetired && outcome.inForce[row.record.key] == nil {
      if isGoverned(row.record) {
        retire(row.record)
        outcome.retired.insert(row.record.key)
      } else {
        outcome.inForce[row.record.key] = row.record
      }
    }
    return outcome
  }

  private mutating func write<Record: SiteRecord>(
    _ record: Record, over row: StoredRecord<Record>?
  ) {
    guard let row else {
      return add(change(.add, record, record.summary), record.write(.add))
    }
    let differences = record.differences(from: row.record)
    if row.isRetired {
      add(change(.revive, record, differences), record.write(.revive))
    } else if !differences.isEmpty {
      releases += record.release(from: row.record)
      add(change(.change, record, differences), record.write(.change))
    }
  }

  private mutating func retire<Record: SiteRecord>(_ record: Record) {
    changes.append(change(Record.isKept ? .retire : .remove, record, []))
    releases.append(Record.retirement(of: record.key))
  }

  private func change<Record: SiteRecord>(
    _ action: SiteChange.Action, _ record: Record, _ details: [String]
  ) -> SiteChange {
    SiteChange(
      action: action, kind: Record.kind, name: Record.name(of: record.key), details: details)
  }
}

/// What a table will hold when a plan has been carried out.
struct SiteOutcome<Record: SiteRecord> {
  /// What is not retired.
  var inForce: [Record.Key: Record] = [:]
  /// What is retired now and was not before.
  var retired: Set<Record.Key> = []
}
