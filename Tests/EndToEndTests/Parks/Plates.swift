import Synchronization

/// Plates that no other vehicle of this test process has.
enum Plates {
  private static let next = Mutex(Int.random(in: 0..<10_000))

  /// A blue plate of Suzhou.
  static func fresh() -> String {
    let number = next.withLock { next in
      next += 1
      return next
    }
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
    let serial = String(number % 1000)
    let padding = String(repeating: "0", count: 3 - serial.count)
    return "苏\(letters[number / 24000 % 24])\(letters[number / 1000 % 24])Q\(padding)\(serial)"
  }
}
