import Foundation
import Parking

/// What a camera makes of an answer.
struct CameraReply {
  /// The event need not be sent again.
  var isTaken = false
  /// The barrier opens, and how.
  var opening: String?
  /// What the loudspeaker says.
  var voice: String?
  /// The lines on the camera's own screen.
  var screen: [String] = []
  /// What the code on the screen leads to.
  var code: String?
  /// What goes to the serial display.
  var serial: String?
  /// The stored record after which the next one may come.
  var continuesAfter: Int?

  /// What happens at the lane, a line each.
  var effects: [String] {
    [
      opening.map { "barrier  opens: \($0)" } ?? "barrier  stays shut",
      voice.map { "voice    \($0)" },
      screen.isEmpty ? nil : "screen   \(screen.joined(separator: " | "))",
      code.map { "code     \($0)" },
      serial.map { "serial   \($0)" },
    ].compactMap(\.self)
  }
}

extension Document {
  /// The text that a base64 text stands for.
  var decodedText: String? {
    text.flatMap { Data(base64Encoded: $0) }.map { CameraIdentity.text(Array($0)) }
  }
}
