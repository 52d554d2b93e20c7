internal import Foundation
internal import Parking

extension RecordedEvent {
  /// The event with every plate in it replaced; nil when its plate is not where it can be found, so
  /// that none gets out.
  public func pseudonymised(by pseudonyms: inout PlatePseudonyms) -> RecordedEvent? {
    var event = self
    var plates = PlateSearch.plates(in: body)
    if let plate, Plate(reading: plate).key != nil {
      guard Self.spellings(plate).contains(where: { body.contains($0) }) else { return nil }
      if !plates.contains(plate) { plates.append(plate) }
      event.plate = pseudonyms.pseudonym(of: plate)
    }
    // Longer ones first: one may be the beginning of another.
    for plate in plates.sorted(by: { ($1.count, $1) < ($0.count, $0) }) {
      let pseudonym = pseudonyms.pseudonym(of: plate)
      for (old, new) in zip(Self.spellings(plate), Self.spellings(pseudonym)) {
        event.body = event.body.replacing(old, with: new)
      }
    }
    return event
  }

  /// The bytes of a text in every form in which devices write it.
  private static func spellings(_ text: String) -> [[UInt8]] {
    let chinese = text.data(using: PlateSearch.chinese).map(Array.init) ?? []
    let bytes = [Array(text.utf8), chinese]
    let forms = bytes.flatMap { bytes in [true, false].map { escaped(bytes, isUpper: $0) } }
    let units = [true, false].map { isUpper in
      text.utf16.map { unit in
        unit < 0x80
          ? String(UnicodeScalar(UInt8(unit)))
          : "\\u" + String(format: isUpper ? "%04X" : "%04x", Int(unit))
      }.joined()
    }
    return bytes + forms + units.map { Array($0.utf8) }
  }

  private static func escaped(_ bytes: [UInt8], isUpper: Bool) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
      return isPlain ? [byte] : Array(String(format: isUpper ? "%%%02X" : "%%%02x", byte).utf8)
    }
  }
}
