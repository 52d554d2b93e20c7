/// Random numbers from a seed (SplitMix64), so that a failed run can be had again.
struct SeededGenerator: RandomNumberGenerator {
  /// Print it with every expectation.
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64 = .random(in: 0...UInt64.max)) {
    self.seed = seed
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A text of up to that many scalars, with those that encoders get wrong more often than others.
  mutating func text(upTo length: Int = 12) -> String {
    let special: [Unicode.Scalar] = [
      "\"", "\\", "/", "&", "=", "+", "%", " ", "\r", "\n", "\t", "\u{1}", "\u{1F}", "\u{7F}",
      "苏", "粤", "\u{2028}", "\u{2029}", "\u{E9}", "\u{212A}", "\u{1F697}", "\u{FFFF}", "\u{301}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      if Bool.random(using: &self) {
        text.append(special.randomElement(using: &self) ?? "x")
      } else {
        text.append(Unicode.Scalar(UInt32.random(in: 1...0xD7FF, using: &self)) ?? "x")
      }
    }
    return String(text)
  }
}
