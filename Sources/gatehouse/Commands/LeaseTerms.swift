import ArgumentParser
import Parking

/// The parts of an offer, each as it is wanted or as it was.
struct LeaseTerms: ParsableArguments {
  @Option(help: ArgumentHelp("The last day on which a window may begin.", valueName: "YYYY-MM-DD"))
  var deadline: String?

  @Option(help: ArgumentHelp("When the daily window begins.", valueName: "HH:MM"))
  var startTime: String?

  @Option(help: ArgumentHelp("When it ends; not later means the next day.", valueName: "HH:MM"))
  var endTime: String?

  @Flag(inversion: .prefixedNo, help: "Saturdays all day.")
  var sat: Bool?

  @Flag(inversion: .prefixedNo, help: "Sundays all day.")
  var sun: Bool?

  @Flag(inversion: .prefixedNo, help: "Public holidays all day.")
  var holiday: Bool?

  @Option(help: "For each further 30 minutes, in fen.")
  var price: Int?

  @Option(help: "For the first 30 minutes, in fen.")
  var startPrice: Int?

  @Option(help: "For the whole of a day that is offered all day, in fen.")
  var holidayPrice: Int?

  @Flag(inversion: .prefixedNo, help: "Partners get it no longer.")
  var closed: Bool?

  /// Whether nothing is to change.
  var isEmpty: Bool {
    deadline == nil && startTime == nil && endTime == nil && sat == nil && sun == nil
      && holiday == nil && price == nil && startPrice == nil && holidayPrice == nil
      && closed == nil
  }

  func validate() throws {
    for amount in [price, startPrice, holidayPrice].compactMap(\.self)
    where !(0...1_000_000_000).contains(amount) {
      throw ValidationError("an amount is a whole number of fen, 0 or more")
    }
    _ = try day()
    _ = try time(startTime)
    _ = try time(endTime)
  }

  /// The terms that are wanted.
  func applied(to old: LeaseOffer?) throws -> LeaseOffer {
    guard let deadline = try day() ?? old?.deadline,
      let start = try time(startTime) ?? old?.start, let end = try time(endTime) ?? old?.end,
      let price = price.map(Money.init(fen:)) ?? old?.price,
      let startPrice = startPrice.map(Money.init(fen:)) ?? old?.startPrice,
      let holidayPrice = holidayPrice.map(Money.init(fen:)) ?? old?.holidayPrice
    else {
      throw Failure(
        "the park has no offer yet: give --deadline, --start-time, --end-time, --price, "
          + "--start-price and --holiday-price")
    }
    var allDay = old?.allDay ?? []
    for (wanted, day) in [
      (sat, LeaseOffer.AllDay.saturdays), (sun, .sundays), (holiday, .holidays),
    ] {
      if wanted == true { allDay.insert(day) }
      if wanted == false { allDay.remove(day) }
    }
    return LeaseOffer(
      isOpen: closed.map { !$0 } ?? old?.isOpen ?? true, deadline: deadline, start: start,
      end: end, allDay: allDay, price: price, startPrice: startPrice, holidayPrice: holidayPrice)
  }

  private func day() throws -> CivilDate? {
    guard let deadline else { return nil }
    guard let day = CivilDate(deadline) else {
      throw ValidationError("“\(deadline)” is no day; write it as 2035-12-31")
    }
    return day
  }

  private func time(_ text: String?) throws -> CivilTime? {
    guard let text else { return nil }
    guard let time = CivilTime(leaseTime: text) else {
      throw ValidationError("“\(text)” is no time; write it as 19:00")
    }
    return time
  }
}
