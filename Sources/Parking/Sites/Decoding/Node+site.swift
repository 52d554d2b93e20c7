extension Node {
  /// The items of a list, without the leniency of `items()`: a section must be a list, so that a
  /// missing dash is no section of one.
  func list(_ what: String) -> [Node] {
    guard isSequence else {
      fail("expected a list of \(what), each behind a dash; [] for none")
      return []
    }
    return items()
  }

  /// A name that the database takes as an identifier.
  func identifier() -> String? {
    guard let text = scalar, Node.isIdentifier(text) else {
      fail(
        "expected 1 to 64 letters, digits, “_”, “.” or “-”, beginning with a letter or a digit"
          + (scalar.map { ", not “\($0)”" } ?? ""))
      return nil
    }
    return text
  }

  private static func isIdentifier(_ text: String) -> Bool {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: false
      }
    }
    guard let first = text.utf8.first, isAlphanumeric(first), text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.allSatisfy { isAlphanumeric($0) || [0x5F, 0x2E, 0x2D].contains($0) }
  }

  /// A name for people: up to 200 characters on one line.
  func label() -> String? {
    guard let text = scalar, !text.isEmpty else {
      fail("expected a text here")
      return nil
    }
    let scalars = text.unicodeScalars
    guard scalars.count <= 200, scalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      fail("expected one line of at most 200 characters")
      return nil
    }
    return text
  }

  /// An address with places for what is paid.
  func paymentURL() -> PaymentURL? {
    guard let text = scalar, let url = PaymentURL(text) else {
      fail(
        "expected an address of at most 300 characters that begins with https:// and names no "
          + "other places than \(PaymentURL.places.joined(separator: ", "))")
      return nil
    }
    return url
  }

  /// A number of degrees, kept as the text that partners get.
  func degrees(_ limit: Double) -> String? {
    guard let text = scalar, text.utf8.allSatisfy({ (0x2D...0x39).contains($0) && $0 != 0x2F }),
      let value = Double(text), abs(value) <= limit
    else {
      fail("expected degrees from -\(Int(limit)) to \(Int(limit)), such as 120.5853")
      return nil
    }
    return text
  }
}
