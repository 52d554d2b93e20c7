extension PlateSighting {
  /// What a difference costs, in thousandths of a wrong character.
  private enum Cost {
    static let wrong = 1_000
    static let lookAlike = 350
    static let unread = 300
    /// Another province: the character that cameras read worst.
    static let province = 600
    static let provinceMissing = 400
    /// The camera saw a character too many, or one too few.
    static let added = 900
    static let missing = 900
  }

  /// How far the read is from a plate's key, in thousandths of a wrong character: the cheapest way
  /// from one text to the other, where characters that look alike, that the camera was not sure of,
  /// and the province cost less.
  public func distance(to key: String) -> Int {
    let target = Array(key.unicodeScalars)
    // The costs of the row before: of making the first `place` characters of the plate.
    var row = [0]
    for scalar in target {
      row.append((row.last ?? 0) + missing(scalar, at: row.count - 1))
    }
    for place in scalars.indices {
      var next = [row[0] + scaled(Cost.added, at: place)]
      for (column, scalar) in target.enumerated() {
        next.append(
          min(
            row[column] + substitution(of: scalar, at: place, isFirst: column == 0),
            row[column + 1] + scaled(Cost.added, at: place),
            next[column] + missing(scalar, at: column)))
      }
      row = next
    }
    return row.last ?? 0
  }

  private func substitution(of scalar: Unicode.Scalar, at place: Int, isFirst: Bool) -> Int {
    let read = scalars[place]
    if read == scalar { return 0 }
    if read == Self.unread { return Cost.unread }
    if LookAlikes.contain(read, scalar) { return scaled(Cost.lookAlike, at: place) }
    let provinces = PlateLayout.Place.province
    let isProvince = isFirst && provinces.admits(read) && provinces.admits(scalar)
    return scaled(isProvince ? Cost.province : Cost.wrong, at: place)
  }

  private func missing(_ scalar: Unicode.Scalar, at column: Int) -> Int {
    column == 0 && PlateLayout.Place.province.admits(scalar) ? Cost.provinceMissing : Cost.missing
  }

  /// An error in a character that the camera was not sure of costs down to half.
  private func scaled(_ cost: Int, at place: Int) -> Int {
    guard !confidence.isEmpty else { return cost }
    return cost * (1_000 + min(1_000, max(0, confidence[place]))) / 2_000
  }
}
