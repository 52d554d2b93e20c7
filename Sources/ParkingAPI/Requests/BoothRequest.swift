internal import HTTP
internal import Parking
internal import ParkingStore

/// A request to a park's booths that was let in.
final class BoothRequest {
  let request: Request
  let arguments: [String: String]
  let fields: Fields
  let park: ParkSettings
  let caller: Caller
  let store: ParkingStore
  let memo: AnswerMemo
  /// Where its pictures are, up to their digest.
  let pictures: String

  init(
    request: Request, arguments: [String: String], fields: Fields, park: ParkSettings,
    caller: Caller, store: ParkingStore, memo: AnswerMemo, pictures: String = Paths.pictures
  ) {
    self.request = request
    self.arguments = arguments
    self.fields = fields
    self.park = park
    self.caller = caller
    self.store = store
    self.memo = memo
    self.pictures = pictures
  }

  /// The answer to a poll of a booth. `make` reads and makes it, if something happened at the booth
  /// since the last time or the last answer's time is over.
  func answer(
    at booth: BoothSettings, count: Int = 0, category: Parking.Category? = nil,
    _ make: () throws -> LastingAnswer
  ) throws -> Answer {
    let key = AnswerMemo.Key(
      path: request.path, parkSN: park.parkSN, boothID: booth.boothID, count: count,
      category: category?.rawValue)
    let setting = AnswerMemo.Setting(
      zone: park.rules.timeZone.identifier, scheme: request.scheme, host: request.host)
    return try memo.answer(
      key, unchangedSince: try store.listVersion(of: booth, in: park), in: setting, make)
  }

  /// The booth that `_id` names.
  func booth(_ direction: BoothSettings.Direction? = nil) throws -> BoothSettings {
    try store.booth(try fields.text("_id"), of: park, direction: direction)
  }

  /// The booth that `_id` names, with who acts there.
  func visit(_ direction: BoothSettings.Direction? = nil) throws -> BoothVisit {
    BoothVisit(park: park, booth: try booth(direction), caller: caller)
  }

  /// `count`, how many records: 10 unless said, 1 to 200.
  func count() throws -> Int {
    try fields.optionalInteger("count", 1...200) ?? 10
  }

  /// `car_fee_type` as a filter; nil for all, which is 4 or absent.
  func categoryFilter() throws -> Parking.Category? {
    try fields.optionalInteger("car_fee_type", 0...4).flatMap(Category.init(rawValue:))
  }

  /// A time on the park's clocks, `YYYY-MM-DD HH:MM:SS`; empty when there is none.
  func clock(_ instant: Instant?) -> String {
    instant.map { park.rules.timeZone.civil(of: $0).description } ?? ""
  }

  /// The absolute address of a picture; empty when there is none.
  func pictureURL(_ digest: [UInt8]?) -> String {
    digest.map { pictureURL(hex: $0.hex) } ?? ""
  }

  /// The absolute address of the picture with that digest in hexadecimal.
  func pictureURL(hex digest: String) -> String {
    "\(request.scheme)://\(request.host)\(pictures)\(digest)"
  }
}
