internal import Parking
internal import PostgreSQL

/// A row of `parking.booth`.
struct BoothRecord: SiteRecord {
  static let kind = "booth"
  static let selection: SQL = """
    select park_sn, booth_id, booth_name, direction, video_url, position, retired_at is not null
    from parking.booth order by park_sn, position, booth_id
    """

  let key: ParkItemKey
  let boothName: String
  let direction: String
  let videoURL: String
  let position: Int
  var line: Int?

  init(_ booth: SiteFile.Booth, position: Int, of park: SiteFile.Park) {
    key = ParkItemKey(parkID: park.id, id: booth.id)
    (boothName, direction) = (booth.name, booth.direction.rawValue)
    (videoURL, line) = (booth.videoURL, booth.line)
    self.position = position
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    key = ParkItemKey(parkID: try columns.next(), id: try columns.next())
    boothName = try columns.next()
    direction = try columns.next()
    videoURL = try columns.next()
    position = try columns.next()
  }

  var summary: [String] { [boothName, direction] }

  static func name(of key: ParkItemKey) -> String { key.name }

  static func retirement(of key: ParkItemKey) -> SQL {
    """
    update parking.booth set retired_at = now()
    where park_sn = \(key.parkID) and booth_id = \(key.id)
    """
  }

  func differences(from stored: BoothRecord) -> [String] {
    difference("name", stored.boothName, boothName)
      + difference("direction", stored.direction, direction)
      + difference("video_url", stored.videoURL, videoURL)
      + difference("place in the list", stored.position + 1, position + 1)
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.booth (park_sn, booth_id, booth_name, direction, video_url, position)
      values (\(key.parkID), \(key.id), \(boothName), \(direction), \(videoURL), \(position))
      on conflict (park_sn, booth_id) do update set booth_name = excluded.booth_name,
        direction = excluded.direction, video_url = excluded.video_url,
        position = excluded.position, retired_at = null
      """
    ]
  }
}
