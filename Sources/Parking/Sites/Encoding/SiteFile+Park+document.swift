extension SiteFile.Park {
  var document: Document {
    Document(given: [
      ("id", .text(id)), ("name", .text(name)), ("time_zone", .text(timeZone.identifier)),
      ("places", Document(integer: places)), ("temporary_entry", .text(temporaryEntry.rawValue)),
      ("lease_lead_minutes", Document(integer: leaseLeadMinutes)),
      ("long_stay_hours", Document(integer: longStayHours)),
      ("payment_url", .text(paymentURL?.template ?? "")),
      ("raw_event_days", Document(integer: rawEventDays)),
      ("lease_places", leasePlaces.map { Document(integer: $0) }),
      ("lease_offer", leaseOffer?.document),
      ("tariff", tariff.map { Document(text: $0.id) }),
      ("longitude", .text(longitude)), ("latitude", .text(latitude)),
      ("hosts", hosts.map { Document(list: $0.map(Document.init(text:))) }),
      (
        "trusted_networks",
        trustedNetworks.map { Document(list: $0.map { Document(text: $0.description) }) }
      ),
      ("booths", booths.map { Document(list: $0.map(\.document)) }),
      ("terminals", terminals.map { Document(list: $0.map(\.document)) }),
      ("vehicles", vehicles.map { Document(list: $0.map { $0.document(zone: timeZone) }) }),
    ])
  }
}

extension SiteFile.Booth {
  var document: Document {
    Document(given: [
      ("id", .text(id)), ("name", .text(name)), ("direction", .text(direction.rawValue)),
      ("video_url", .text(videoURL)),
      ("devices", devices.map { Document(list: $0.map(\.document)) }),
    ])
  }
}

extension SiteFile.Device {
  var document: Document {
    Document(given: [("id", .text(id)), token.member("token", "token_digest")])
  }
}

extension SiteFile.Terminal {
  var document: Document {
    Document(given: [
      ("id", .text(id)), token.member("token", "token_digest"),
      ("certificate", certificate.map(Document.init(text:))),
    ])
  }
}

extension RegisteredVehicle {
  func document(zone: ParkTimeZone) -> Document {
    let fields = VehicleFields(self, zone: zone)
    return Document(given: VehicleFields.Name.allCases.map { ($0.rawValue, .text(fields[$0])) })
  }
}
