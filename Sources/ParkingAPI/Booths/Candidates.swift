internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `leave/candidates`: the vehicle at an exit that no open stay matches, and the closest ones.
  static func candidates(_ request: BoothRequest) throws -> Answer {
    let read = try request.store.unmatchedRead(
      at: try request.booth(.exit), of: request.park,
      typed: try request.fields.optionalText("license").map(Plate.init(reading:)),
      count: try request.count())
    return .data(Unmatched(read: read, request: request))
  }
}

private struct Unmatched: JSONEncodable {
  let read: UnmatchedRead?
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("has", read == nil ? 0 : 1)
      writer.member("_id", read.map { String($0.stayID) } ?? "")
      writer.member("capture_id", read.map { String($0.arrivalID) } ?? "")
      writer.member("license", read?.license ?? "")
      writer.member("leave_time", request.clock(read?.readAt))
      writer.member("leave_car_image_url", request.pictureURL(read?.picture))
      writer.member("candidates", read?.candidates.map { line($0) } ?? [])
    }
  }

  private func line(_ ranked: RankedCandidate) -> Line {
    let entered = ranked.candidate.enterTime
    let minutes = read.map { Int($0.readAt.seconds(since: entered) / 60) } ?? 0
    return Line(ranked: ranked, minutes: max(0, minutes), request: request)
  }
}

private struct Line: JSONEncodable {
  let ranked: RankedCandidate
  let minutes: Int
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    let stay = ranked.candidate
    writer.object { writer in
      writer.member("car_park_records_id", String(stay.stayID))
      writer.member("license", stay.license)
      writer.member("enter_time", request.clock(stay.enterTime))
      writer.member("park_minutes", minutes)
      writer.member("enter_car_image_url", request.pictureURL(stay.picture))
      writer.member("car_fee_type", stay.category.rawValue)
      writer.member("score", ranked.score)
      writer.member("proposed", ranked.isProposed ? 1 : 0)
    }
  }
}
