internal import Parking
internal import PostgreSQL

/// A row of `parking.operator`.
struct OperatorRecord: SiteRecord {
  static let kind = "operator"
  static let selection: SQL = """
    select operator_id, operator_name, retired_at is not null from parking.operator
    order by operator_id
    """

  let id: String
  let operatorName: String
  var line: Int?

  init(_ site: SiteFile.Operator) {
    (id, operatorName, line) = (site.id, site.name, site.line)
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    id = try columns.next()
    operatorName = try columns.next()
  }

  var key: String { id }
  var summary: [String] { [operatorName] }

  static func name(of key: String) -> String { key }

  static func retirement(of key: String) -> SQL {
    "update parking.operator set retired_at = now() where operator_id = \(key)"
  }

  func differences(from stored: OperatorRecord) -> [String] {
    difference("name", stored.operatorName, operatorName)
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.operator (operator_id, operator_name) values (\(id), \(operatorName))
      on conflict (operator_id) do update
        set operator_name = excluded.operator_name, retired_at = null
      """
    ]
  }
}
