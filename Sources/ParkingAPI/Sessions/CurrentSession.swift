internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `session/current`: who is signed in, at which park.
  static func currentSession(_ session: SessionRequest) throws -> Answer {
    guard let token = Cookies(session.request)[Paths.sessionCookie],
      let person = try session.store.person(token: token, at: session.park.parkSN)
    else { throw Refused(.notAuthenticated) }
    return .data(Current(person: person, park: session.park))
  }
}

private struct Current: JSONEncodable {
  let person: Person
  let park: ParkSettings

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("login", person.login)
      writer.member("name", person.name)
      writer.member("role", person.role.rawValue)
      writer.member("park_sn", park.parkSN)
      writer.member("park_name", park.name)
      writer.member("time_zone", park.rules.timeZone.identifier)
    }
  }
}
