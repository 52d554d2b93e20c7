extension SiteFile.Offer {
  /// Reads the document's own names: `start_time`, `is_sat`, `price`.
  init?(_ node: Node) {
    guard let mapping = node.mapping() else { return nil }
    let deadline = mapping.require("deadline", "the last day on which a window may begin")?.day()
    let start = mapping.require("start_time", "when the daily window begins")?.leaseTime()
    let end = mapping.require("end_time", "when it ends; not later means the next day")?.leaseTime()
    let price = mapping.require("price", "fen for each further 30 minutes")?.money()
    let startPrice = mapping.require("start_price", "fen for the first 30 minutes")?.money()
    let holidayPrice = mapping.require("holiday_price", "fen for a whole day off")?.money()
    var allDay: LeaseOffer.AllDay = []
    if mapping.take("is_sat")?.boolean() == true { allDay.insert(.saturdays) }
    if mapping.take("is_sun")?.boolean() == true { allDay.insert(.sundays) }
    if mapping.take("is_holiday")?.boolean() == true { allDay.insert(.holidays) }
    let isOpen = mapping.take("is_open")?.boolean() ?? true
    mapping.finish()
    guard let deadline, let start, let end, let price, let startPrice, let holidayPrice else {
      return nil
    }
    self.init(
      terms: LeaseOffer(
        isOpen: isOpen, deadline: deadline, start: start, end: end, allDay: allDay,
        price: Money(fen: price), startPrice: Money(fen: startPrice),
        holidayPrice: Money(fen: holidayPrice)),
      line: node.document.line)
  }
}

extension Node {
  /// A day: `2035-12-31`.
  fileprivate func day() -> CivilDate? {
    if let day = CivilDate(scalar ?? "") { return day }
    fail("expected a day such as 2035-12-31")
    return nil
  }

  /// A time of day in whole minutes, as partners get it: `19:00`.
  fileprivate func leaseTime() -> CivilTime? {
    if let time = CivilTime(leaseTime: scalar ?? "") { return time }
    fail("expected a time of day from 00:00 to 23:59, such as 19:00")
    return nil
  }
}
