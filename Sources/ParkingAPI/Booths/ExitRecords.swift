internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `records/exit`: the newest vehicles at an exit booth.
  static func exitRecords(_ request: BoothRequest) throws -> Answer {
    let booth = try request.booth(.exit)
    let (count, category) = (try request.count(), try request.categoryFilter())
    return try request.answer(at: booth, count: count, category: category) {
      let records = try request.store.exitRecords(
        booth, of: request.park, count: count, category: category)
      let lines = records.map { Line(record: $0, request: request) }
      return LastingAnswer(
        answer: .data(Records(lines: lines)),
        duration: records.allSatisfy(\.isAtRest) ? nil : .zero)
    }
  }
}

private struct Records: JSONEncodable {
  let lines: [Line]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("exit_records", lines) }
  }
}

private struct Line: JSONEncodable {
  let record: ExitRecord
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("license", record.license)
      writer.member("enter_time", request.clock(record.enterTime))
      writer.member("leave_time", request.clock(record.leaveTime))
      writer.member("pay_status", record.payStatus.rawValue)
      writer.member("car_fee_type", record.category.rawValue)
      writer.member("capture_id", String(record.arrivalID))
      writer.member("barrier", record.barrier.rawValue)
    }
  }
}
