internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `review/list`: what a person has to look at, newest first.
  static func reviewList(_ request: BoothRequest) throws -> Answer {
    let count = try request.count()
    let reviews = try request.store.reviews(
      of: request.park, try filter(request.fields), count: count)
    let next = reviews.count == count ? reviews.last.map { String($0.reviewID) } : nil
    return .data(
      Reviews(lines: reviews.map { Line(review: $0, request: request) }, next: next ?? ""))
  }

  /// The largest number that every JSON reader keeps exactly.
  static let largestID = 9_007_199_254_740_991

  private static func filter(_ fields: Fields) throws(Refused) -> ReviewFilter {
    var filter = ReviewFilter()
    if let word = try fields.optionalText("kind") {
      guard let reason = ReviewReason(rawValue: word) else {
        throw Refused(.malformedParameter, "kind")
      }
      filter.reason = reason
    }
    if let word = try fields.optionalText("state") {
      guard let state = ReviewFilter.State(rawValue: word) else {
        throw Refused(.malformedParameter, "state 应为 open、resolved 或 all")
      }
      filter.state = state
    }
    filter.before = try fields.optionalInteger("before", 1...largestID).map(Int64.init)
    return filter
  }
}

private struct Reviews: JSONEncodable {
  let lines: [Line]
  let next: String

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("reviews", lines)
      writer.member("next", next)
    }
  }
}

private struct Line: JSONEncodable {
  let review: ReviewRecord
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("_id", String(review.reviewID))
      writer.member("kind", review.reason.rawValue)
      writer.member("state", review.resolvedAt == nil ? "open" : "resolved")
      writer.member("sentry_box_id", review.boothID ?? "")
      writer.member("license", review.license)
      writer.member("car_park_records_id", review.stayID.map(String.init) ?? "")
      writer.member("capture_id", review.arrivalID.map(String.init) ?? "")
      writer.member("detail", review.detail)
      writer.member("suggestion", review.reason.suggestion)
      writer.member("raised_time", request.clock(review.raisedAt))
      writer.member("image_urls", review.pictures.map(request.pictureURL(hex:)))
      writer.member("resolutions", review.reason.resolutions.map(\.rawValue))
      writer.member("resolution", review.resolution?.rawValue ?? "")
      writer.member("note", review.note)
      writer.member("resolved_time", request.clock(review.resolvedAt))
      writer.member("operator", review.resolvedBy)
    }
  }
}
