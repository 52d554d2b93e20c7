internal import Parking
internal import PostgreSQL

/// A row of `parking.device`.
struct DeviceRecord: SiteRecord {
  static let kind = "device"
  static let selection: SQL = """
    select park_sn, device_id, booth_id, token_digest, retired_at is not null
    from parking.device order by park_sn, booth_id, device_id
    """

  let key: ParkItemKey
  let boothID: String
  let tokenDigest: [UInt8]
  var line: Int?

  init(_ device: SiteFile.Device, at booth: SiteFile.Booth, of park: SiteFile.Park) {
    key = ParkItemKey(parkID: park.id, id: device.id)
    (boothID, tokenDigest, line) = (booth.id, device.token.tokenDigest, device.line)
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    key = ParkItemKey(parkID: try columns.next(), id: try columns.next())
    boothID = try columns.next()
    tokenDigest = try columns.next()
  }

  var boothKey: ParkItemKey { ParkItemKey(parkID: key.parkID, id: boothID) }
  var summary: [String] { ["at booth \(boothID)"] }

  static func name(of key: ParkItemKey) -> String { key.name }

  static func retirement(of key: ParkItemKey) -> SQL {
    """
    update parking.device set retired_at = now()
    where park_sn = \(key.parkID) and device_id = \(key.id)
    """
  }

  func differences(from stored: DeviceRecord) -> [String] {
    difference("booth", stored.boothID, boothID)
      + (stored.tokenDigest == tokenDigest ? [] : ["another token"])
  }

  /// A retired row's token is free, so that two devices can exchange theirs.
  func release(from stored: DeviceRecord) -> [SQL] {
    stored.tokenDigest == tokenDigest ? [] : [Self.retirement(of: key)]
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.device (park_sn, device_id, booth_id, token_digest)
      values (\(key.parkID), \(key.id), \(boothID), \(tokenDigest))
      on conflict (park_sn, device_id) do update set booth_id = excluded.booth_id,
        token_digest = excluded.token_digest, retired_at = null
      """
    ]
  }
}
