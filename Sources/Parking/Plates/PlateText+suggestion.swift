extension PlateText {
  /// The key of a valid plate that the text becomes when O and I in its serial are 0 and 1.
  ///
  /// Nil when that gives no valid plate, or when the text is one already. The place after a
  /// province is the issuing office's letter and is left alone; an embassy's plate is all serial.
  static func suggestion(for text: String) -> String? {
    guard let scalars = normalised(text), scalars.count <= Plate.maximumKeyLength,
      !PlateKind(normalised: scalars).isValid
    else { return nil }
    let isEmbassy = scalars.first == "使" || scalars.last == "使"
    var repaired = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "O" where place >= 2 || isEmbassy: repaired.append("0")
      case "I" where place >= 2 || isEmbassy: repaired.append("1")
      default: repaired.append(scalar)
      }
    }
    let plate = Plate(reading: String(repaired))
    return plate.kind.isValid ? plate.key : nil
  }
}
