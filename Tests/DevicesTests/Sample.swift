import Foundation
import Testing

@testable import Devices

/// The vendors' samples, as their documents give them, and pictures small enough to read.
enum Sample {
  /// The shortest bytes that begin as a JPEG.
  static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Resources"))
    return Array(try Data(contentsOf: url))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}

extension DeviceMessage {
  /// The capture that it holds.
  var capture: Capture? {
    guard case .capture(let capture) = self else { return nil }
    return capture
  }
}

extension DeviceReply {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// SplitMix64, so that a failed run can be had again by its seed.
struct SeededSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
