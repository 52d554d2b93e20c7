import HTTP

/// A booth, in the words of an attendant.
struct Booth {
  let id: String
  let park: TestPark

  var camera: Camera { Camera(token: "\(id)-camera", park: park) }

  /// Asks a URL with this booth's `_id`.
  func ask(_ url: String, _ parameters: [(name: String, value: String)] = []) throws -> Envelope {
    try park.ask(url, [("_id", id)] + parameters)
  }

  /// The vehicle at the barrier.
  func unfee() throws -> Envelope { try ask("unfee") }

  /// The newest vehicles at an entry.
  func entries(count: Int = 10) throws -> [JSON] {
    try ask("records/enter", [("count", String(count))]).list("enter_records")
  }

  /// The newest vehicles at an exit.
  func exits(count: Int = 10) throws -> [JSON] {
    try ask("records/exit", [("count", String(count))]).list("exit_records")
  }

  /// The current shift.
  func duty() throws -> Envelope { try ask("duty/current") }

  /// Lets a vehicle in.
  func permitEntry(
    _ plate: String, category: Int = 0, capture: String? = nil
  ) throws -> Envelope {
    try park.send(entryPress(plate, category: category, capture: capture)).envelope()
  }

  /// The request that lets a vehicle in.
  func entryPress(_ plate: String, category: Int = 0, capture: String? = nil) -> Call {
    var parameters = [
      (name: "_id", value: id), (name: "license", value: plate),
      (name: "car_fee_type", value: String(category)),
    ]
    if let capture { parameters.append((name: "capture_id", value: capture)) }
    return park.call("enter/permit-through", parameters)
  }

  /// Takes minutes off.
  func coupon(_ minutes: Int, of stay: String) throws -> Envelope {
    try park.send(couponPress(minutes, of: stay)).envelope()
  }

  /// The request that takes minutes off.
  func couponPress(_ minutes: Int, of stay: String) -> Call {
    park.call(
      "fee/coupon",
      [("_id", id), ("car_park_records_id", stay), ("coupon_time", String(minutes))])
  }

  /// Lets a vehicle out that paid.
  func permitExit(_ stay: String, total: Int, coupon: Int = 0) throws -> Envelope {
    try park.send(exitPress(stay, total: total, coupon: coupon)).envelope()
  }

  /// Lets a vehicle out without payment.
  func permitExitByHand(_ stay: String) throws -> Envelope {
    try park.send(exitPress(stay, manual: 1, total: 0)).envelope()
  }

  /// The request that lets a vehicle out.
  func exitPress(_ stay: String, manual: Int = 0, total: Int, coupon: Int = 0) -> Call {
    park.call(
      "leave/permit-through",
      [
        ("_id", id), ("manual", String(manual)), ("car_park_records_id", stay),
        ("coupon_amount", String(coupon)), ("total_amount", String(total)),
      ])
  }

  /// Types the plate of a vehicle at the exit.
  func capture(_ plate: String) throws -> Envelope {
    try ask("leave/capture", [("license", plate)])
  }
}
