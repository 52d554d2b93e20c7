internal import HTTP
internal import Parking
internal import ParkingStore

/// A request of the operator's pages, by a signed-in person who answers for parks.
struct OfficeRequest {
  let request: Request
  let fields: Fields
  let person: Person
  let store: ParkingStore

  /// Lets a request in, or refuses it before a parameter is read. The host only says where the
  /// cookie holds; which park is meant says `park_sn`.
  init(_ request: Request, store: ParkingStore) throws {
    let session = try SessionRequest(request, store: store)
    guard let token = Cookies(request)[Paths.sessionCookie],
      let person = try store.person(token: token, at: session.park.parkSN)
    else { throw Refused(.notAuthenticated) }
    guard person.isInCharge else { throw Refused(.notAllowed) }
    try store.keepSession(token: token)
    self.request = request
    self.store = store
    self.person = person
    fields = Fields(try request.decodedParameters())
  }

  /// The park that `park_sn` names, which must be the person's.
  func park() throws -> ParkSettings {
    guard let park = try store.park(try fields.text("park_sn"), of: person) else {
      throw Refused(.unknownPark)
    }
    return park
  }

  /// The park that `park_sn` names; without one, all parks of the person.
  func parks() throws -> [ParkSettings] {
    if try fields.optionalText("park_sn") != nil { return [try park()] }
    return try store.parks(of: person).compactMap { try store.park($0.parkSN) }
  }

  /// `count`, how many lines: 50 unless said, 1 to 200.
  func count() throws -> Int {
    try fields.optionalInteger("count", 1...200) ?? 50
  }

  /// A time by the park's clocks, `YYYY-MM-DD HH:MM`, with or without seconds.
  func time(_ name: String) throws -> CivilDateTime {
    let text = try fields.text(name).replacing("T", with: " ")
    guard let time = CivilDateTime(text) ?? CivilDateTime("\(text):00") else {
      throw Refused(.malformedParameter, "\(name) 应为 YYYY-MM-DD HH:MM")
    }
    return time
  }
}

extension ParkSettings {
  /// A time on the park's clocks; empty when there is none.
  func clock(_ instant: Instant?) -> String {
    instant.map { rules.timeZone.civil(of: $0).description } ?? ""
  }
}
