import ArgumentParser
import Foundation

/// `gatehouse camera`
struct Camera: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Behaves as a vendor's camera does, so that a site can be tried without hardware.",
    discussion: """
      It sends what the vendor's camera would send for each --plate, sends it again until the \
      answer is a good one, and prints what the answer does at the lane: barrier, loudspeaker, \
      screen, payment code, serial display. Without --plate and --plateless it sends one heartbeat.

      vzenith    up to 4 resends, then the event is stored and sent as a stored one; the next \
      stored one goes only after ContinuePushOffline; heartbeats in an endless loop (comet)
      huaxia     a form with the vendor's own base64; 3 resends, then stored
      hikvision  XML, in multipart with its pictures
      dahua      again and again until {"Result":true}, times without a zone
      generic    our own JSON

      Examples:
        gatehouse camera --vendor vzenith --token demo-in-1-camera --plate 苏E88888
        gatehouse camera --vendor vzenith --token demo-out-1-camera --plate 苏E88888 \\
          --gate-open-wait 60
        gatehouse camera --vendor vzenith --token demo-in-1-camera --replay --minutes-ago 90 \\
          --plate 苏E88888 --plate 苏E66666
        gatehouse camera --vendor huaxia --token demo-in-1-camera --plate 苏E88888 --gbk \\
          --picture car.jpg --repeat 3
      """)

  /// The vendors by name.
  enum Vendor: String, ExpressibleByArgument, CaseIterable {
    case vzenith, huaxia, hikvision, dahua, generic

    var camera: any VendorCamera.Type {
      switch self {
      case .vzenith: VzenithCamera.self
      case .huaxia: HuaxiaCamera.self
      case .hikvision: HikvisionCamera.self
      case .dahua: DahuaCamera.self
      case .generic: GenericCamera.self
      }
    }
  }

  @Option(help: "Whose camera it is.")
  var vendor: Vendor

  @Option(help: "The device's token.")
  var token: String

  @Option(help: "A plate that it reads; may be given several times.")
  var plate: [String] = []

  @Flag(help: "It sees a vehicle without a plate.")
  var plateless = false

  @OptionGroup var reading: CameraReading

  @OptionGroup var sending: CameraSending

  @Option(
    help: "Then send heartbeats until the barrier opens, for at most so many seconds.")
  var gateOpenWait: Double?

  func validate() throws {
    let plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    guard (1...128).contains(token.utf8.count), token.allSatisfy({ plain.contains($0) }) else {
      throw ValidationError("--token must be 1 to 128 letters, digits, “-”, “.”, “_” or “~”")
    }
    if let gateOpenWait, gateOpenWait <= 0 {
      throw ValidationError("--gate-open-wait must be more than 0")
    }
    if reading.gbk, vendor == .generic {
      throw ValidationError("the generic format is UTF-8: leave --gbk out")
    }
  }

  func run() throws {
    let events = try reading.events(plates: plate.map(Optional.some) + (plateless ? [nil] : []))
    Interruption.watch()
    let run = CameraRun(
      camera: vendor.camera.init(try reading.identity()), http: try sending.client(),
      path: "/device/v1/\(vendor.camera.name)/\(token)",
      patience: CameraRun.Patience(
        delivery: sending.patience, pause: sending.pause, opening: gateOpenWait))
    let opened = try run.deliver(events, times: sending.repeat)
    guard events.isEmpty || gateOpenWait != nil && !opened else { return }
    try run.awaitOpening()
  }
}
