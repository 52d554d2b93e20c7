internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `records/enter`: the newest vehicles at an entry booth.
  static func entryRecords(_ request: BoothRequest) throws -> Answer {
    let booth = try request.booth(.enter)
    let (count, category) = (try request.count(), try request.categoryFilter())
    return try request.answer(at: booth, count: count, category: category) {
      let records = try request.store.entryRecords(
        booth, of: request.park, count: count, category: category)
      let lines = records.map { Line(record: $0, time: request.clock($0.enterTime)) }
      return LastingAnswer(
        answer: .data(Records(lines: lines)),
        duration: records.allSatisfy(\.isAtRest) ? nil : .zero)
    }
  }
}

private struct Records: JSONEncodable {
  let lines: [Line]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("enter_records", lines) }
  }
}

private struct Line: JSONEncodable {
  let record: EntryRecord
  let time: String

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("license", record.license)
      writer.member("enter_time", time)
      writer.member("car_fee_type", record.category.rawValue)
      writer.member("enter_flag", record.isWaiting ? 1 : 0)
      writer.member("need_register", record.needsRegistration ? 1 : 0)
      writer.member("capture_id", String(record.arrivalID))
      writer.member("barrier", record.barrier.rawValue)
    }
  }
}
