/// The address that a payment code at an exit leads to, with places for what is paid: a driver
/// scans it, and whoever answers there takes the money.
///
/// The values are percent-encoded. What comes back as paid is never believed because of this
/// address: it only names the stay.
public struct PaymentURL: Sendable, Equatable {
  /// What may stand in the address: the park's number, the stay's number, the plate, and the amount
  /// in fen.
  public static let places = ["{park_sn}", "{stay_id}", "{plate}", "{amount}"]
  /// As the site file has it.
  public let template: String

  /// Nil unless it is an `https://` address of at most 300 visible ASCII characters, whose braces
  /// are those of `places`.
  public init?(_ template: String) {
    let rest = Self.places.reduce(template) { $0.replacing($1, with: "") }
    guard template.hasPrefix("https://"), template.utf8.count <= 300,
      template.utf8.count > "https://".utf8.count,
      template.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !rest.contains("{"), !rest.contains("}")
    else { return nil }
    self.template = template
  }

  /// The address for one stay.
  public func url(parkSN: String, stayID: Int64, plate: String, due: Money) -> String {
    let values = [parkSN, "\(stayID)", plate, "\(due.fen)"]
    return zip(Self.places, values).reduce(template) { text, pair in
      text.replacing(pair.0, with: Self.encoded(pair.1))
    }
  }

  private static func encoded(_ value: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return value.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }
}
