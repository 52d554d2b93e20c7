internal import HTTP
internal import ParkingStore

extension Routes {
  /// `office/parks`: the parks that the signed-in person answers for.
  static func officeParks(_ request: OfficeRequest) throws -> Answer {
    .data(Parks(parks: try request.store.parks(of: request.person)))
  }
}

private struct Parks: JSONEncodable {
  let parks: [OfficePark]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("parks", parks.map(Line.init)) }
  }

  struct Line: JSONEncodable {
    let park: OfficePark

    func encode(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("park_sn", park.parkSN)
        writer.member("park_name", park.name)
      }
    }
  }
}
