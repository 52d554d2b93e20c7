@testable import Parking

/// Makes plates and texts from a seed (SplitMix64), so that a failed run can be had again.
struct PlateSource {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The text with its ASCII as an input method's full-width characters.
  static func fullWidth(_ text: String) -> String {
    let wide = text.unicodeScalars.map { scalar in
      scalar.isASCII ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
    }
    return String(String.UnicodeScalarView(wide))
  }

  mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  /// A plate of any layout.
  mutating func plate() -> String {
    let layout = PlateLayout.all[number(below: PlateLayout.all.count)]
    return layout.places.map { String(character(at: $0)) }.joined()
  }

  /// A character that normalising drops.
  mutating func dropped() -> Unicode.Scalar {
    pick(
      Array(" \t\r\n\u{A0}\u{3000}\u{200B}\u{200D}\u{2060}\u{FEFF}\u{AD}\u{FE0F}·•・‧∙⋅.。‐—−-_/|:"))
  }

  /// Plates' characters, combining marks, whatever decomposes or composes, and any other scalar.
  mutating func text(upTo limit: Int) -> String {
    var result = String.UnicodeScalarView()
    for _ in 0..<number(below: limit + 1) {
      result.append(scalar())
    }
    return String(result)
  }

  private mutating func scalar() -> Unicode.Scalar {
    switch number(below: 6) {
    case 0: pick(Array("苏粤京WJ使蘇學0123456789ABCDEFIO无牌车unknown"))
    case 1: pick(Array("aehijkstAEHIJKST\u{1100}\u{1161}\u{11A8}"))
    case 2: Unicode.Scalar(0x300 + UInt32(number(below: 0x70))) ?? "?"
    case 3: pick(Array("ÄİıŉſΩﷺ…½①㍿ﾊﾟ𝟘²"))
    case 4: dropped()
    default: Unicode.Scalar(UInt32(number(below: 0x11_0000))) ?? "?"
    }
  }

  private mutating func character(at place: PlateLayout.Place) -> Unicode.Scalar {
    let candidates = "京沪苏粤川ABCDEFGHJKLMNPQRSTUVWXYZ0123456789港澳挂学警试超领使应急临民航"
    let fitting = Array(candidates.unicodeScalars).filter { place.admits($0) }
    return fitting[number(below: fitting.count)]
  }

  private mutating func pick(_ characters: [Character]) -> Unicode.Scalar {
    let scalars = characters.flatMap(\.unicodeScalars)
    return scalars[number(below: scalars.count)]
  }
}
