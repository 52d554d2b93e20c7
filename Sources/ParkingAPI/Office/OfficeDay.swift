internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `office/day`: what happened at a park on one day.
  static func officeDay(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let text = try request.fields.optionalText("date")
    let date = text.flatMap { CivilDate($0) }
    if text != nil, date == nil { throw Refused(.malformedParameter, "date 应为 YYYY-MM-DD") }
    let today = park.rules.timeZone.civil(of: try request.store.now()).date
    let figures = try request.store.figures(of: park, on: date ?? today)
    return .data(
      Day(
        park: park, date: date ?? today, figures: figures,
        inside: try request.store.figures(of: park)))
  }
}

private struct Day: JSONEncodable {
  let park: ParkSettings
  let date: CivilDate
  let figures: DayFigures
  let inside: ParkFigures

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("date", date.description)
      writer.member("total_car_port", park.rules.places)
      writer.member("inside_number", inside.inside)
      writer.member("enter_number", figures.entries)
      writer.member("exit_number", figures.exits)
      writer.member("manual_through_number", figures.manual)
      writer.member("free_number", figures.free)
      writer.member("total_amount", figures.takings.total.fen)
      writer.member("cash_amount", figures.takings.cash.fen)
      writer.member("wechat_amount", figures.takings.wechat.fen)
      writer.member("alipay_amount", figures.takings.alipay.fen)
      writer.member("other_amount", figures.takings.other.fen)
      writer.member("occupancy", figures.occupancy)
      writer.member("income", figures.income)
      writer.member("stay_minutes", DayFigures.lengths)
      writer.member("stays", figures.stays)
    }
  }
}
