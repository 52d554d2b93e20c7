/// Characters that cameras take for one another.
///
/// Beyond 0/O and 1/I the groups are experience with optical character recognition, not a cited
/// table: they only decide the order in which an attendant sees candidates.
enum LookAlikes {
  static let groups = [
    "0ODQ", "1IL7", "2Z", "5S", "8B", "38", "6G", "CG", "EF", "MNHW", "VY", "UV", "4A", "7T", "PR",
    "KX", "苏赣", "鲁皖", "京豫", "浙湘", "吉青", "晋鲁",
  ]

  private static let partners: [Unicode.Scalar: Set<Unicode.Scalar>] = {
    var partners: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    for group in groups {
      for scalar in group.unicodeScalars {
        partners[scalar, default: []].formUnion(group.unicodeScalars)
      }
    }
    return partners
  }()

  /// Whether a camera may easily take one for the other.
  static func contain(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    partners[first]?.contains(second) ?? false
  }
}
