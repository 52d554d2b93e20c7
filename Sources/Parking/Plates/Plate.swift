/// A number plate as it was read or typed, with the key by which plates are compared.
///
/// Reading never fails, because a vehicle at a gate is never refused over its plate's layout.
/// Clerks and partners, who can correct what they write, go through `validated(_:)`.
public struct Plate: Hashable, Sendable {
  /// The most Unicode scalars that a key has.
  public static let maximumKeyLength = 16

  /// The text as received, nothing removed.
  public let raw: String

  /// The normalised text by which plates are equal: 1 to 16 letters and digits, of any script.
  ///
  /// Nil when plateless or unreadable. Such vehicles never match one another or a stored plate.
  /// A text that is too long has no key rather than a shortened one: two different texts would
  /// share the shortened key, and one vehicle would pay for the other's stay.
  public let key: String?

  /// The layout that the key fits.
  public let kind: PlateKind

  /// Reads any text, in time linear in its length.
  ///
  /// U+0000 is kept in `raw`: refuse it where bytes come in.
  public init(reading raw: String) {
    self.raw = raw
    guard let scalars = PlateText.normalised(raw) else {
      (key, kind) = (nil, .unreadable)
      return
    }
    kind = PlateKind(normalised: scalars)
    key = kind.hasKey ? String(scalars) : nil
  }

  /// No plate was read, whatever the camera calls that.
  public static let plateless = Plate(reading: "")
}

extension Plate {
  /// The plate of a text that must be a valid one: written by a clerk or a partner.
  ///
  /// - Throws: `PlateError` with the reason, and with the valid plate that was probably meant
  ///   where only I and O stand for 1 and 0.
  public static func validated(_ text: String) throws(PlateError) -> Plate {
    let plate = Plate(reading: text)
    guard !plate.kind.isValid else { return plate }
    throw PlateError(refusing: plate)
  }

  /// The valid plate that was probably meant when this one fits no layout, for the attendant.
  ///
  /// Serial characters alone are repaired, O to 0 and I to 1; never the issuing office's letter,
  /// and never in the stored key.
  public var suggestion: String? {
    kind.isValid ? nil : PlateText.suggestion(for: raw)
  }
}

extension PlateKind {
  /// A listed layout: what clerks and partners may write.
  public var isValid: Bool {
    switch self {
    case .other, .unreadable, .plateless: false
    default: true
    }
  }

  /// Plates of this kind have a key, and match by it.
  public var hasKey: Bool {
    switch self {
    case .unreadable, .plateless: false
    default: true
    }
  }

  /// The kind of a text in its normal form.
  init(normalised scalars: String.UnicodeScalarView) {
    let text = Array(scalars)
    if text.isEmpty || PlateText.platelessWords.contains(String(scalars)) {
      self = .plateless
    } else if text.count > Plate.maximumKeyLength || !text.allSatisfy(PlateText.mayStandInKey) {
      self = .unreadable
    } else {
      self = PlateLayout.all.first { $0.matches(text) }?.kind ?? .other
    }
  }
}
