internal import Parking
internal import PostgreSQL

/// A row of `parking.tariff`; what the tariff says stands in its versions.
struct TariffRecord: SiteRecord {
  /// A tariff's id is unique within its operator.
  struct Key: Hashable {
    let operatorID: String
    let id: String
  }

  static let kind = "tariff"
  static let selection: SQL = """
    select operator_id, tariff_id, retired_at is not null from parking.tariff
    order by operator_id, tariff_id
    """

  let key: Key
  var line: Int?

  init(_ tariff: SiteFile.Tariff, of site: SiteFile.Operator) {
    key = Key(operatorID: site.id, id: tariff.id)
    line = tariff.line
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    key = Key(operatorID: try columns.next(), id: try columns.next())
  }

  var summary: [String] { [] }

  static func name(of key: Key) -> String { "\(key.id) of \(key.operatorID)" }

  static func retirement(of key: Key) -> SQL {
    """
    update parking.tariff set retired_at = now()
    where operator_id = \(key.operatorID) and tariff_id = \(key.id)
    """
  }

  func differences(from stored: TariffRecord) -> [String] { [] }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.tariff (operator_id, tariff_id) values (\(key.operatorID), \(key.id))
      on conflict (operator_id, tariff_id) do update set retired_at = null
      """
    ]
  }
}
