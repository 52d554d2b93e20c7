/// What a camera made of a plate, for finding the stay that it may belong to when none has exactly
/// that plate.
public struct PlateSighting: Sendable, Equatable {
  /// The most characters that a plate may be off by and still be offered (rule 6).
  public static let mostEdits = 2

  /// The normalised text, with the characters that stand in no key; empty when plateless.
  public let text: String
  /// The layout that the text fits.
  public let kind: PlateKind
  /// As the camera names it; empty when it does not.
  public let color: String
  let scalars: [Unicode.Scalar]
  /// In thousandths, one for each scalar; empty when the camera gives none.
  let confidence: [Int]

  /// A read, with what the camera says of its characters.
  ///
  /// - Parameter confidence: For each character of the raw text, in thousandths. Ignored unless
  ///   there is one for each character of the normalised text.
  public init(_ plate: Plate, confidence: [Int] = [], color: String = "") {
    kind = plate.kind
    self.color = color
    scalars = plate.kind == .plateless ? [] : PlateText.normalised(plate.raw).map(Array.init) ?? []
    text = String(String.UnicodeScalarView(scalars))
    self.confidence = confidence.count == scalars.count ? confidence : []
  }

  /// Whether nothing was read: candidates are then the vehicles that entered by ticket.
  public var isPlateless: Bool { scalars.isEmpty }

  /// How many characters a plate may be off by: characters that the camera marks as unread (`?`)
  /// are no errors of its.
  public var mostEdits: Int {
    Self.mostEdits + min(2, scalars.count { $0 == Self.unread })
  }

  static let unread: Unicode.Scalar = "?"
}
