internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `office/vehicles`: a park's registry.
  static func officeVehicles(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    let category = try request.fields.optionalInteger("car_fee_type", 1...4)
    let text = try request.fields.optionalText("search", longest: 64) ?? ""
    let lines = try request.store.registry(
      of: park, holding: Plate(reading: text).key ?? text,
      category: category.flatMap(Category.init(rawValue:)), count: try request.count(),
      for: request.person)
    return .data(Registry(lines: lines.map { Line(line: $0, zone: park.rules.timeZone) }))
  }

  /// `office/vehicles/add`: adds a vehicle, or changes the end and the note of one.
  static func officeVehicleAdd(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    var texts = VehicleFields()
    texts[.plate] = try request.fields.text("license")
    let category = try request.fields.integer("car_fee_type", 1...3)
    texts[.category] = Category(rawValue: category)?.word ?? ""
    texts[.validFrom] = try request.fields.optionalText("valid_from") ?? ""
    texts[.validUntil] = try request.fields.optionalText("valid_until") ?? ""
    texts[.note] = try request.fields.optionalText("note", longest: 200) ?? ""
    let (vehicle, problems) = texts.vehicle(zone: park.rules.timeZone)
    guard let vehicle, problems.isEmpty else {
      guard let name = problems.first?.name, name != .plate else {
        throw Refused(.invalidPlate)
      }
      throw Refused(
        .malformedParameter, "\(name.rawValue)，日期应为 YYYY-MM-DD，月租车须有起止日期，止不早于起")
    }
    try request.store.register(vehicle, at: park, by: request.person)
    return .done
  }

  /// `office/vehicles/remove`: takes a vehicle back.
  static func officeVehicleRemove(_ request: OfficeRequest) throws -> Answer {
    let park = try request.park()
    guard let vehicleID = try request.fields.number("vehicle_id") else {
      throw OfficeRefusal.unknownVehicle
    }
    try request.store.unregister(vehicleID, at: park, by: request.person)
    return .done
  }
}

private struct Registry: JSONEncodable {
  let lines: [Line]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("vehicles", lines) }
  }
}

private struct Line: JSONEncodable {
  let line: RegistryLine
  let zone: ParkTimeZone

  func encode(to writer: inout JSONWriter) {
    let texts = VehicleFields(line.vehicle, zone: zone)
    writer.object { writer in
      writer.member("vehicle_id", String(line.vehicleID))
      writer.member("license", line.vehicle.plate)
      writer.member("car_fee_type", line.vehicle.category.rawValue)
      writer.member("valid_from", texts[.validFrom])
      writer.member("valid_until", texts[.validUntil])
      writer.member("note", line.vehicle.note)
      writer.member("source", line.source.rawValue)
    }
  }
}
