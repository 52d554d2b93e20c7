extension VehicleFields {
  /// The most characters that a note has.
  public static let maximumNoteLength = 500

  /// The most characters that the words about a vehicle's driver have.
  public static let maximumWordsLength = 200

  /// What is wrong with one of the texts.
  public struct Problem: Hashable, Sendable {
    /// Which text.
    public let name: Name
    /// What is wrong with it, and what to write.
    public let message: String
  }

  /// The vehicle, or everything that is wrong with the texts.
  ///
  /// - Parameter zone: the park's, whose days and clocks the dates and times are.
  public func vehicle(zone: ParkTimeZone) -> (vehicle: RegisteredVehicle?, problems: [Problem]) {
    var reader = Reader(fields: self, zone: zone)
    let vehicle = reader.vehicle()
    return (reader.problems.isEmpty ? vehicle : nil, reader.problems)
  }
}

/// Reads the texts and collects what is wrong with them.
private struct Reader {
  let fields: VehicleFields
  let zone: ParkTimeZone
  var problems: [VehicleFields.Problem] = []

  mutating func vehicle() -> RegisteredVehicle? {
    let plate = plate()
    let category = category()
    let zone = zone
    let from = instant(.validFrom) { zone.midnight(of: $0) }
    let until = instant(.validUntil) { zone.midnight(of: $0.advanced(byDays: 1)) }
    if let from, let until, until <= from {
      fail(.validUntil, "must not be before valid_from")
    }
    if category == .monthly { requirePeriod() }
    let vehicleClasses = words(.vehicleClass)
    if vehicleClasses.count > 1 { fail(.vehicleClass, "is one word, such as large") }
    let persons = words(.persons)
    if category == .temporary, vehicleClasses.isEmpty, persons.isEmpty {
      fail(.category, "a temporary vehicle is registered for its class or person; give one")
    }
    checkNote()
    guard let plate, let category else { return nil }
    var vehicle = RegisteredVehicle(
      plate: plate, category: category, validFrom: from, validUntil: until, note: fields[.note])
    vehicle.vehicleClass = vehicleClasses.first ?? ""
    vehicle.persons = persons
    return vehicle
  }

  /// Words that the park's tariff asks for, each once.
  private mutating func words(_ name: VehicleFields.Name) -> [String] {
    var words: [String] = []
    for word in fields[name].split(whereSeparator: \.isWhitespace).map(String.init)
    where !words.contains(word) {
      words.append(word)
    }
    if fields[name].unicodeScalars.count > VehicleFields.maximumWordsLength {
      fail(name, "is longer than \(VehicleFields.maximumWordsLength) characters")
    }
    if words.contains(where: { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } })
    {
      fail(name, "holds a control character; remove it")
    }
    return words
  }

  private mutating func fail(_ name: VehicleFields.Name, _ message: String) {
    problems.append(VehicleFields.Problem(name: name, message: message))
  }

  private mutating func plate() -> String? {
    do {
      return try Plate.validated(fields[.plate]).key
    } catch {
      fail(.plate, error.advice(about: fields[.plate]))
      return nil
    }
  }

  private mutating func category() -> Category? {
    let text = fields[.category]
    if let category = Category(registryWord: text) { return category }
    fail(
      .category,
      text.isEmpty
        ? "write monthly, free, blacklisted or temporary"
        : "“\(text)” is no category; write monthly, free, blacklisted or temporary")
    return nil
  }

  private mutating func instant(
    _ name: VehicleFields.Name, ofDay: (CivilDate) -> Instant
  ) -> Instant? {
    let text = fields[name]
    guard !text.isEmpty else { return nil }
    if let date = CivilDate(text) { return ofDay(date) }
    if let time = CivilDateTime(text) { return zone.instant(of: time) }
    fail(name, CivilDate.advice(about: text))
    return nil
  }

  private mutating func requirePeriod() {
    for name in [VehicleFields.Name.validFrom, .validUntil] where fields[name].isEmpty {
      fail(name, "a monthly vehicle needs it: write a date, YYYY-MM-DD")
    }
  }

  private mutating func checkNote() {
    let note = fields[.note].unicodeScalars
    if note.count > VehicleFields.maximumNoteLength {
      fail(.note, "is longer than \(VehicleFields.maximumNoteLength) characters")
    }
    if note.contains("\u{0}") { fail(.note, "holds the character U+0000; remove it") }
  }
}

extension CivilDate {
  /// What to write instead of a text that is no date.
  static func advice(about text: String) -> String {
    let day = text.prefix(10)
    let isShaped =
      day.utf8.count == 10
      && zip(day.utf8, "0000-00-00".utf8).allSatisfy { byte, shape in
        shape == UInt8(ascii: "-") ? byte == shape : (0x30...0x39).contains(byte)
      }
    if isShaped, CivilDate(day) == nil {
      return "the calendar has no \(day)"
    }
    return "“\(text)” is no date; write YYYY-MM-DD or YYYY-MM-DD HH:MM:SS"
  }
}
