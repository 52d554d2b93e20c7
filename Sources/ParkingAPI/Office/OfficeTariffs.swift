internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// The longest tariff, in characters of JSON.
  static let longestTariff = 50_000

  /// `office/tariffs`: the operator's tariffs with their versions.
  static func officeTariffs(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let lines = try request.store.tariffs(ofOperatorOf: park)
    return .data(Tariffs(lines: lines.map { Line(line: $0, park: park) }))
  }

  /// `office/tariff/try`: the fee of a stay by a tariff that need not be published.
  static func officeTariffTry(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let tariff = try tariff(request)
    let minutes = try request.fields.optionalInteger("coupon_time", 0...GateRules.largestCoupon)
    let context = try request.store.pricingContext(of: park)
    let zone = park.rules.timeZone
    let (enter, leave) = (
      zone.instant(of: try request.time("enter_time")),
      zone.instant(of: try request.time("leave_time"))
    )
    guard enter <= leave else { throw Refused(.malformedParameter, "leave_time 早于 enter_time") }
    do throws(PricingError) {
      let quote = try tariff.price(enter: enter, leave: leave, context: context)
      let coupon = try tariff.couponAmount(
        .minutes(minutes ?? 0), enter: enter, leave: leave, context: context)
      return .data(Trial(quote: quote, coupon: coupon))
    } catch {
      throw Refused(.manualOnly, error.reason)
    }
  }

  /// `office/tariff/curve`: what a tariff charges by the length of the stay.
  static func officeTariffCurve(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let tariff = try tariff(request)
    let hours = try request.fields.optionalInteger("hours", 1...72) ?? 24
    let enter = park.rules.timeZone.instant(of: try request.time("enter_time"))
    let context = try request.store.pricingContext(of: park)
    let step = hours <= 24 ? 5 : 15
    do throws(PricingError) {
      var fees: [Int] = []
      for minute in stride(from: 0, through: hours * 60, by: step) {
        let leave = enter.advanced(bySeconds: Int64(minute) * 60)
        fees.append(try tariff.price(enter: enter, leave: leave, context: context).total.fen)
      }
      return .data(Curve(step: step, fees: fees))
    } catch {
      throw Refused(.manualOnly, error.reason)
    }
  }

  /// `office/tariff/publish`: a new version of a tariff, or what speaks against it.
  static func officeTariffPublish(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let tariff = try tariff(request)
    let isPreview = try request.fields.optionalInteger("preview", 0...1) == 1
    let context = try request.store.pricingContext(of: park)
    let today = park.rules.timeZone.civil(of: try request.store.now()).date
    let week = (0..<7).map { today.advanced(byDays: $0) }
    var objections = tariff.objections(days: week, context: context).map(\.description)
    var isPublished = false
    if objections.isEmpty, !isPreview {
      do {
        isPublished = try request.store.publish(tariff, for: park, by: request.person)
      } catch let errors as SiteFileErrors {
        objections = errors.problems.map(\.message)
      }
    }
    return .data(Publication(isPublished: isPublished, objections: objections))
  }

  private static func tariff(_ request: OfficeRequest) throws -> Tariff {
    guard let text = try request.fields.optionalText("document", longest: longestTariff) else {
      throw Refused(.missingParameter, "document")
    }
    do {
      return try Tariff(json: text)
    } catch {
      throw Refused(.badTariff, error.problems.prefix(5).map(\.description).joined(separator: "; "))
    }
  }
}

private struct Tariffs: JSONEncodable {
  let lines: [Line]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("tariffs", lines) }
  }
}

private struct Line: JSONEncodable {
  let line: TariffLine
  let park: ParkSettings

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("tariff_id", line.tariffID)
      writer.member("version", line.version)
      writer.member("valid_from", park.clock(line.validFrom))
      writer.member("published_at", park.clock(line.publishedAt))
      writer.member("parks", line.parks)
      writer.member("document", line.document)
    }
  }
}

private struct Trial: JSONEncodable {
  let quote: Quote
  let coupon: Money

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("total_amount", quote.total.fen)
      writer.member("coupon_amount", coupon.fen)
      writer.member("lines", quote.lines.map { FeeLine(line: $0, currency: quote.currency) })
    }
  }
}

private struct FeeLine: JSONEncodable {
  let line: QuoteLine
  let currency: Currency

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", line.kind.rawValue)
      writer.member("zh", line.chinese(currency))
      writer.member("en", line.english(currency))
      writer.member("amount", line.amount.fen)
    }
  }
}

private struct Curve: JSONEncodable {
  let step: Int
  let fees: [Int]

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("step_minutes", step)
      writer.member("fees", fees)
    }
  }
}

private struct Publication: JSONEncodable {
  let isPublished: Bool
  let objections: [String]

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("published", isPublished ? 1 : 0)
      writer.member("objections", objections)
    }
  }
}
