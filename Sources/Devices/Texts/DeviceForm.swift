import HTTP

/// The text fields of a device's form, urlencoded or multipart, as far as they can be made out.
struct DeviceForm {
  private static let maximumFields = 1000

  private var fields: [(name: String, value: [UInt8])] = []

  /// Nil when the body is no form: JSON whatever the type says, or of another type.
  init?(body: [UInt8], contentType: String?) {
    guard let first = body.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{"),
      first != UInt8(ascii: "["), first != 0xEF
    else { return nil }
    let type = contentType?.lowercased() ?? ""
    if type.hasPrefix("multipart/") || body.starts(with: "--".utf8) {
      for part in Multipart.parts(of: body, contentType: contentType) {
        fields.append((part.name ?? "", Array(part.bytes)))
      }
    } else if type.hasPrefix("application/x-www-form-urlencoded") {
      for pair in body.split(separator: UInt8(ascii: "&"), maxSplits: Self.maximumFields) {
        let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
        guard let name = halves.first else { continue }
        let value = halves.count > 1 ? Self.decoded(halves[1]) : []
        fields.append((DeviceText.decode(Self.decoded(name)), value))
      }
    } else {
      return nil
    }
  }

  /// The fields of a JSON object; nil when the body is none.
  init?(json body: [UInt8]) {
    guard case .object(let members) = LooseJSON.parse(body) else { return nil }
    fields = members.compactMap { member in
      member.value.text.map { (name: member.name, value: Array($0.utf8)) }
    }
  }

  /// Whether there is a field of that name, be it empty.
  func has(_ name: String) -> Bool {
    fields.contains { $0.name.isLoosely(name) }
  }

  /// The first value that is a JSON object: some cameras send an event as a field of a form.
  var object: JSON? {
    fields.lazy.compactMap { field -> JSON? in
      guard field.value.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
      return LooseJSON.parse(field.value)
    }.first
  }

  /// The values that begin as a picture, with their names.
  var files: [(name: String, bytes: [UInt8])] {
    fields.compactMap { Picture(.scene, bytes: $0.value) == nil ? nil : ($0.name, $0.value) }
  }

  /// The field's text without white space around it; nil when absent or empty. Names are compared
  /// without white space and letter case: one firmware begins one with a space.
  func text(_ name: String) -> String? {
    let value = fields.first { $0.name.isLoosely(name) }?.value
    let text = DeviceText.decode(value ?? []).trimmed
    return text.isEmpty ? nil : text
  }

  /// A picture's text: where an alphabet with `+` was not escaped, the form made spaces of them.
  func base64(_ name: String) -> String? {
    text(name).map { text in
      let isURLencoded = text.utf8.contains(UInt8(ascii: " "))
      return isURLencoded ? text.replacing(" ", with: "+") : text
    }
  }

  /// Percent escapes and `+` undone; a percent sign without digits stands for itself.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "%"), index + 1 < text.endIndex,
        let high = digit(text[index]), let low = digit(text[index + 1])
      else {
        result.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
        continue
      }
      result.append(high << 4 | low)
      index += 2
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
