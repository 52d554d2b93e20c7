extension RegisteredVehicle {
  init?(_ node: Node, in park: SiteFile.Park, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    var fields = VehicleFields()
    var places: [VehicleFields.Name: Node] = [:]
    for name in VehicleFields.Name.allCases {
      guard let place = mapping.take(name.rawValue) else { continue }
      places[name] = place
      guard let text = place.scalar else {
        place.fail("expected a text here")
        continue
      }
      fields[name] = text
    }
    mapping.finish()
    let (vehicle, problems) = fields.vehicle(zone: park.timeZone)
    for problem in problems {
      if let place = places[problem.name] {
        place.fail(problem.message)
      } else {
        node.fail("“\(problem.name.rawValue)” is missing: \(problem.message)")
      }
    }
    guard let vehicle else { return nil }
    let written = VehicleFields(vehicle, zone: park.timeZone)
    let name = [written[.plate], written[.category], written[.validFrom]].filter { !$0.isEmpty }
    claims.claim("vehicle", name.joined(separator: " "), in: park.id, at: node)
    self = vehicle
  }
}
