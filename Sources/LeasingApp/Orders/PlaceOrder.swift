internal import HTTP
internal import LeasingAppStore
internal import Parking

extension AppRoutes {
  /// `lease/order/place`: sells dates to a plate at the offer's price. `dates` is as in
  /// `SynLeaseOrder`; without times a date is the offer's window. The same window again is the same
  /// order, at the price at which it was sold.
  static func placeOrder(_ request: AppPress) throws -> AppAnswer {
    let wishes = try request.fields.elements("dates").map(wish)
    let sales = try request.store.sell(
      wishes, to: try request.fields.plate("car_plate_no"), at: try request.fields.text("park_sn"))
    return AppAnswer(Receipt(sales: sales))
  }

  /// `lease/order/cancel`: cancels windows that have not begun, all or none.
  static func cancelOrder(_ request: AppPress) throws -> AppAnswer {
    let windows = try request.fields.elements("dates").map(window)
    try request.store.cancel(
      windows, of: try request.fields.plate("car_plate_no"),
      at: try request.fields.text("park_sn"))
    return .done
  }

  private static func wish(_ element: JSON) throws(AppRefused) -> LeasingAppStore.Wish {
    if element["start_time"] == nil, element["end_time"] == nil {
      guard let date = element["date"]?.string.flatMap({ CivilDate($0) }) else {
        throw AppRefused(.malformedParameter, "dates date")
      }
      return LeasingAppStore.Wish(date: date)
    }
    return LeasingAppStore.Wish(try window(element))
  }

  private static func window(_ element: JSON) throws(AppRefused) -> LeaseWindow {
    do {
      return try LeaseWindow(
        date: element["date"]?.string ?? "", start: element["start_time"]?.string ?? "",
        end: element["end_time"]?.string ?? "")
    } catch {
      throw AppRefused(.malformedParameter, "dates \(error)")
    }
  }
}

private struct Receipt: JSONEncodable {
  let sales: [Sale]

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("total_price", sales.reduce(0) { $0 + $1.price.fen })
      writer.member("dates") { writer in
        writer.array { writer in
          for sale in sales {
            writer.object { writer in
              writer.member("date", sale.window.date.description)
              writer.member("start_time", sale.window.start.leaseText)
              writer.member("end_time", sale.window.end.leaseText)
              writer.member("price", sale.price.fen)
            }
          }
        }
      }
    }
  }
}
