import ArgumentParser
import Foundation

/// What a simulated camera sees, and how it writes it down.
struct CameraReading: ParsableArguments {
  @Flag(help: "The events were stored while the network was away.")
  var replay = false

  @Option(help: "How long ago they were read, by the camera's clock.")
  var minutesAgo = 0.0

  @Flag(help: "The vehicle turned back.")
  var turnedBack = false

  @Option(help: "How sure the camera is (1 to 100).")
  var confidence = 96

  @Option(help: "A JPEG or PNG file to send with each event.")
  var picture: String?

  @Flag(help: "Texts are in GBK.")
  var gbk = false

  @Option(help: "The zone of the camera's clock.")
  var timeZone = "Asia/Shanghai"

  func validate() throws {
    guard (1...100).contains(confidence) else {
      throw ValidationError("--confidence must be from 1 to 100")
    }
    guard TimeZone(identifier: timeZone) != nil else {
      throw ValidationError("--time-zone must be an IANA name such as Asia/Shanghai")
    }
  }

  /// What the camera says of itself.
  func identity() throws -> CameraIdentity {
    guard let zone = TimeZone(identifier: timeZone) else { throw ExitCode.validationFailure }
    return CameraIdentity(
      serialNumber: String(format: "%08x-57263272", UInt32.random(in: 0 ... .max)), zone: zone,
      isChinese: gbk)
  }

  /// A read of each plate, a second after one another; stored ones a minute.
  func events(plates: [String?]) throws -> [CameraEvent] {
    let bytes = try picture.map(TextFile.read)
    let first = Int.random(in: 1..<1_000_000)
    let gap = replay ? 60 : 1
    return plates.enumerated().map { place, plate in
      CameraEvent(
        number: first + place, id: UUID().uuidString, plate: plate,
        time: Date().addingTimeInterval(Double((place - plates.count + 1) * gap) - minutesAgo * 60),
        confidence: confidence, hasTurnedBack: turnedBack, picture: bytes, isStored: replay)
    }
  }
}
