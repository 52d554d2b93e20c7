internal import HTTP
internal import ParkingStore

extension Routes {
  /// `office/shifts`: the shifts that ended at a park, or at all parks of the person.
  static func officeShifts(_ request: OfficeRequest) throws -> Answer {
    let parks = try request.parks()
    let fields = request.fields
    var filter = ShiftFilter()
    filter.needsAttention = try fields.optionalInteger("differing", 0...1) == 1
    filter.before = try fields.optionalInteger("before", 1...largestID).map(Int64.init)
    let count = try request.count()
    let shifts = try request.store.pastShifts(of: parks, filter, count: count)
    let lines = shifts.compactMap { shift in
      parks.first { $0.parkSN == shift.parkSN }.map { OfficeShift(shift: shift, park: $0) }
    }
    let next = shifts.count == count ? shifts.last.map { String($0.shiftID) } : nil
    return .data(OfficeShifts(lines: lines, next: next ?? ""))
  }
}

private struct OfficeShifts: JSONEncodable {
  let lines: [OfficeShift]
  let next: String

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("shifts", lines)
      writer.member("next", next)
    }
  }
}

private struct OfficeShift: JSONEncodable {
  let shift: PastShift
  let park: ParkSettings

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("park_sn", park.parkSN)
      writer.member("park_name", park.name)
      writer.member("sentry_box_name", shift.booth)
      ShiftLine(shift: shift, park: park).encode(membersTo: &writer)
    }
  }
}
