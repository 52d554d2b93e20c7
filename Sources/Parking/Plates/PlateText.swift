import Foundation

/// The normal form of plate texts, worked out over Unicode scalars.
///
/// Compatibility decomposition comes first and composition last, with everything that drops or
/// maps single scalars between them. So dropping a character can bring no new composition, and
/// the normal form of a normal form is itself.
enum PlateText {
  /// More scalars than this, after the dropped ones, are no plate: 16 Korean syllables, written
  /// in three letters each, fit. It also bounds the work of the Unicode tables.
  static let maximumLength = 64

  /// The text in its normal form, or nil when it is too long to be a plate.
  static func normalised(_ text: String) -> String.UnicodeScalarView? {
    var kept = String.UnicodeScalarView()
    var count = 0
    var isSimple = true
    for scalar in text.unicodeScalars {
      let scalar = folded(scalar)
      guard !isDropped(scalar) else { continue }
      count += 1
      guard count <= maximumLength else { return nil }
      kept.append(scalar)
      isSimple = isSimple && stands(scalar)
    }
    if isSimple {
      return rotated(mapped(kept))
    }
    // Foundation leaves a letter composed now and then where rare marks stand around it; what is
    // left is worked out by the next round.
    var composed = composition(of: kept)
    for _ in 0..<3 {
      let next = composition(of: composed)
      if next.elementsEqual(composed) { break }
      composed = next
    }
    guard composed.count <= maximumLength else { return nil }
    return rotated(composed)
  }

  private static func composition(of text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    let decomposed = String(text).decomposedStringWithCompatibilityMapping.unicodeScalars
    return String(mapped(decomposed)).precomposedStringWithCanonicalMapping.unicodeScalars
  }

  /// Whether a scalar of a normal form may stand in a key: a letter or a decimal digit.
  ///
  /// Unread (`?`) and masked (`*`) characters may not: they would match as if they were read.
  static func mayStandInKey(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      return true
    default:
      return false
    }
  }

  /// Full-width ASCII as ASCII: the commonest compatibility mapping, without the tables.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// A scalar that neither decomposes nor composes with any other.
  private static func stands(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func mapped(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    for scalar in scalars where !isDropped(scalar) {
      if ("a"..."z").contains(scalar) {
        result.append(Unicode.Scalar(UInt8(scalar.value) - 0x20))
      } else {
        result.append(simplified[scalar] ?? scalar)
      }
    }
    return result
  }

  /// The embassies' older form `使dddddd` as the newer `dddddd使`.
  private static func rotated(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
    guard scalars.first == "使", scalars.count == 7,
      scalars.dropFirst().allSatisfy({ ("0"..."9").contains($0) })
    else { return scalars }
    var result = String.UnicodeScalarView(scalars.dropFirst())
    result.append("使")
    return result
  }
}
