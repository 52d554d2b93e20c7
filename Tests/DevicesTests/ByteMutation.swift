/// Damages bytes: flips, cuts, repeats, inserts.
enum ByteMutation {
  static func apply(to body: inout [UInt8], _ source: inout SeededSource) {
    guard !body.isEmpty else { return }
    let place = Int.random(in: 0..<body.count, using: &source)
    switch Int.random(in: 0..<6, using: &source) {
    case 0: body[place] = UInt8.random(in: 0...255, using: &source)
    case 1: body.remove(at: place)
    case 2: body.insert(UInt8.random(in: 0...255, using: &source), at: place)
    case 3: body.removeSubrange(place...)
    case 4:
      let tokens = ["{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", ",", ":", "\r\n", "--", "\0"]
      body.insert(contentsOf: (tokens.randomElement(using: &source) ?? "").utf8, at: place)
    default:
      let end = min(body.count, place + Int.random(in: 1...40, using: &source))
      body.insert(contentsOf: body[place..<end], at: place)
    }
  }
}
