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
