extension SiteFile.Partner {
  /// Without its keys: a secret is no hash, and would let in whoever reads the file.
  var document: Document {
    Document(given: [
      ("id", .text(id)), ("name", .text(name)), ("base_url", .text(baseURL)),
      ("push_format", .text(pushFormat.rawValue)), ("sandbox", .flag(isSandbox)),
      ("allow_md5", .flag(allowsMD5)),
      ("allow_private_address", .flag(allowsPrivateAddress)),
      ("clock_tolerance_seconds", Document(integer: clockToleranceSeconds)),
      ("requests_per_minute", Document(integer: requestsPerMinute)),
      ("networks", Document(list: networks.map { Document(text: $0.description) })),
      ("certificate", certificate.map(Document.init(text:))),
      ("parks", Document(list: parks.map { Document(text: $0.id) })),
    ])
  }
}

extension SiteFile.Offer {
  var document: Document {
    Document(given: [
      ("is_open", .flag(terms.isOpen)),
      ("deadline", Document(text: terms.deadline.description)),
      ("start_time", Document(text: terms.start.leaseText)),
      ("end_time", Document(text: terms.end.leaseText)),
      ("is_sat", .flag(terms.allDay.contains(.saturdays))),
      ("is_sun", .flag(terms.allDay.contains(.sundays))),
      ("is_holiday", .flag(terms.allDay.contains(.holidays))),
      ("price", Document(integer: terms.price.fen)),
      ("start_price", Document(integer: terms.startPrice.fen)),
      ("holiday_price", Document(integer: terms.holidayPrice.fen)),
    ])
  }
}

extension Document {
  fileprivate static func flag(_ value: Bool) -> Document {
    Document(.scalar(value ? "true" : "false", quoted: false))
  }
}
