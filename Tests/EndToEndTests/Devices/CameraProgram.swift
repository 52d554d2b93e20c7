import Foundation

/// `gatehouse camera`: a vendor's camera as it behaves, through nginx.
struct CameraProgram {
  let vendor: String
  let booth: Booth

  static let vendors = ["vzenith", "huaxia", "hikvision", "dahua", "generic"]
  /// Those whose answer opens the barrier.
  static let openers = ["vzenith", "huaxia", "generic"]

  /// Runs it to its end; answers what it prints.
  @discardableResult
  func run(_ arguments: String...) throws -> String { try run(arguments) }

  /// The same.
  @discardableResult
  func run(_ arguments: [String]) throws -> String { try Shell.run(command(arguments)) }

  /// The words of its command.
  func command(_ arguments: [String]) -> [String] {
    let installation = booth.park.installation
    return [
      "\(installation.state)/bin/gatehouse", "camera", "--vendor", vendor, "--token",
      "\(booth.id)-camera", "--url", "http://127.0.0.1:\(installation.port)", "--pause", "0.1",
    ] + arguments
  }
}

extension Booth {
  /// The program as this booth's camera.
  func program(_ vendor: String) -> CameraProgram { CameraProgram(vendor: vendor, booth: self) }
}
