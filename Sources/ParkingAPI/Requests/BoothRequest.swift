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

  /// The answer that a list of a booth makes.
  func answer<Record>(
    _ list: Listing<Record>, at booth: BoothSettings, _ answer: ([Record]) -> Answer
  ) throws -> Answer {
    let key = AnswerMemo.Key(path: request.path, parkSN: park.parkSN, boothID: booth.boothID)
    return try memo.answer(key, list, in: setting, answer)
  }

  /// The answer that the newest arrivals at a booth make, as many and of the category that the
  /// parameters say. They are read only when something happened at the booth.
  func answer<Record>(
    arrivalsAt booth: BoothSettings,
    _ list: (BoothSettings, ParkSettings, Int, Parking.Category?) throws -> Listing<Record>,
    isAtRest: (Record) -> Bool, _ answer: ([Record]) -> Answer
  ) throws -> Answer {
    let (count, category) = (try count(), try categoryFilter())
    let key = AnswerMemo.Key(
      path: request.path, parkSN: park.parkSN, boothID: booth.boothID, count: count,
      category: category?.rawValue)
    let version = try store.listVersion(of: booth, in: park)
    if let version, let kept = memo.answer(key, unchangedSince: version, in: setting) {
      return kept
    }
    return try memo.answer(
      key, try list(booth, park, count, category), in: setting,
      version: { $0.allSatisfy(isAtRest) ? version : nil }, answer)
  }

  /// What answers depend on besides what they tell.
  private var setting: AnswerMemo.Setting {
    AnswerMemo.Setting(
      zone: park.rules.timeZone.identifier, scheme: request.scheme, host: request.host)
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
