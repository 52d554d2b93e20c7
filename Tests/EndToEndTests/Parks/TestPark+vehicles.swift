import Testing

/// A vehicle in a scenario.
struct Vehicle {
  let plate: String
  /// `car_park_records_id`
  let stay: String
}

extension TestPark {
  /// A temporary vehicle that entered that many minutes ago, seen by a camera without network.
  func vehicleInside(minutes: Double = 67) throws -> Vehicle {
    let plate = Plates.fresh()
    let answer = try entry.camera.replay(plate, minutesAgo: minutes)
    return Vehicle(plate: plate, stay: try #require(answer.text("stay_id")))
  }

  /// The same at an exit, with a fee to pay.
  func vehicleSettling(at booth: Booth? = nil, minutes: Double = 67) throws -> Vehicle {
    let vehicle = try vehicleInside(minutes: minutes)
    let answer = try (booth ?? exit).camera.push(vehicle.plate)
    try #require(answer.text("stay_id") == vehicle.stay)
    return vehicle
  }
}
