internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `park-info-query`: how full the park is.
  static func parkInfo(_ request: BoothRequest) throws -> Answer {
    .data(Figures(park: request.park, figures: try request.store.figures(of: request.park)))
  }
}

private struct Figures: JSONEncodable {
  let park: ParkSettings
  let figures: ParkFigures

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("park_name", park.name)
      writer.member("total_car_port", park.rules.places)
      writer.member("remain_car_port", max(0, park.rules.places - figures.inside))
      writer.member("temp_car_total", figures.temporaryInside)
    }
  }
}
