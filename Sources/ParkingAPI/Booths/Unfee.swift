internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `unfee`: the vehicle at an exit booth's barrier and what it has to pay.
  static func unfee(_ request: BoothRequest) throws -> Answer {
    let booth = try request.booth(.exit)
    return try request.answer(at: booth) {
      guard let (stay, remaining) = try request.store.due(at: booth, of: request.park) else {
        return LastingAnswer(answer: .data(Due()))
      }
      let due = Due(stay, request)
      guard case .unknown(let reason) = stay.fee else {
        return LastingAnswer(answer: .data(due), duration: remaining)
      }
      return LastingAnswer(
        answer: .refused(Refused(.manualOnly, reason), data: due), duration: remaining)
    }
  }
}

private struct Due: JSONEncodable {
  var has = 0
  var stayID = ""
  var license = ""
  var minutes = 0
  var enterTime = ""
  var leaveTime = ""
  var pictureURL = ""
  var total = 0

  init() {}

  init(_ stay: DueStay, _ request: BoothRequest) {
    has = 1
    stayID = String(stay.stayID)
    license = stay.license
    minutes = stay.enterTime.map { Int(stay.leaveTime.seconds(since: $0) / 60) } ?? 0
    enterTime = request.clock(stay.enterTime)
    leaveTime = request.clock(stay.leaveTime)
    pictureURL = request.pictureURL(stay.enterPicture)
    total = stay.fee.total?.fen ?? 0
  }

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("has", has)
      writer.member("_id", stayID)
      writer.member("license", license)
      writer.member("park_minutes", minutes)
      writer.member("enter_time", enterTime)
      writer.member("leave_time", leaveTime)
      writer.member("enter_car_image_url", pictureURL)
      writer.member("total_amount", total)
    }
  }
}
