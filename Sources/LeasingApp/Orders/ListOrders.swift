internal import HTTP
internal import LeasingAppStore
internal import Parking

extension AppRoutes {
  /// `lease/order`: a page of what was sold at a park, or there to one plate.
  static func listOrders(_ request: SignedAppRequest) throws -> AppAnswer {
    let fields = request.fields
    let plate = try fields.optionalText("car_plate_no") == nil ? nil : fields.plate("car_plate_no")
    let page = try fields.optionalText("page") == nil ? 1 : fields.integer("page", 1...1_000_000)
    let limit = try fields.optionalText("limit") == nil ? 1000 : fields.integer("limit", 1...1000)
    let orders = try request.store.orders(
      at: try fields.text("park_sn"), plate: plate, page: page, limit: limit, of: request.call)
    return AppAnswer(orders.map(Line.init))
  }
}

private struct Line: JSONEncodable {
  let leased: LeasedWindow

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("car_plate_no", leased.plate ?? "")
      writer.member("date", leased.window.date.description)
      writer.member("start_time", leased.window.start.leaseText)
      writer.member("end_time", leased.window.end.leaseText)
    }
  }
}
