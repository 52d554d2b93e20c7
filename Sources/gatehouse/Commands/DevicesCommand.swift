import ArgumentParser
import Foundation
import Parking
import ParkingStore

/// `gatehouse devices`
struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices",
    abstract: "Shows how cameras did in the last 24 hours, lane by lane.",
    discussion: """
      SEEN is how long ago the device was last heard of, SKEW how far its clock is ahead, READS \
      what it read, REPEATED the share of events that it sent again, UNSURE the share of reads of \
      which it was less than 80 % sure, REPLAYS the reads that it had stored, OTHER loops, barriers \
      and serial data, OPEN how long a vehicle waits from its first read to the opening (the median, \
      and what 95 % do not exceed), PRESS how long an opening waits for the device, LOST the \
      openings that no device came for.

      Examples:
        gatehouse devices
        gatehouse devices --park DEMO001
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The park (park_sn). (default: all)")
  var park: String?

  func run() throws {
    let store = try database.connect()
    if let park { _ = try store.timeZone(ofPark: park) }
    let devices = try store.deviceHealth(ofPark: park)
    let head = [
      "PARK", "BOOTH", "DEVICE", "SEEN", "SKEW", "READS", "REPEATED", "UNSURE", "REPLAYS", "OTHER",
      "OPEN", "95 %", "PRESS", "LOST",
    ]
    let rows = [head] + devices.map { Self.cells($0) }
    let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
      let line = cells.joined(separator: "  ")
      print(line.reversed().drop { $0 == " " }.reversed().map(String.init).joined())
    }
  }

  private static func cells(_ device: DeviceHealth) -> [String] {
    let seen = device.lastSeenAt.map {
      Date().timeIntervalSince1970 - Double($0.microseconds) / 1e6
    }
    return [
      device.parkSN, device.boothID, device.deviceID, seen.map(age) ?? "never",
      seconds(device.skewMilliseconds), "\(device.reads)", percent(device.repeatsPerMille),
      percent(device.lowConfidencePerMille), "\(device.replays)", "\(device.otherEvents)",
      seconds(device.openMilliseconds), seconds(device.openMilliseconds95),
      seconds(device.commandMilliseconds), "\(device.openingsExpired)",
    ]
  }

  private static func age(_ seconds: Double) -> String {
    switch Int(seconds) {
    case ..<120: "\(max(0, Int(seconds))) s"
    case ..<7200: "\(Int(seconds) / 60) min"
    case ..<172_800: "\(Int(seconds) / 3600) h"
    default: "\(Int(seconds) / 86_400) d"
    }
  }

  private static func seconds(_ milliseconds: Int?) -> String {
    guard let milliseconds else { return "-" }
    let tenths = (milliseconds.magnitude + 50) / 100
    return "\(milliseconds < 0 ? "-" : "")\(tenths / 10).\(tenths % 10) s"
  }

  private static func percent(_ perMille: Int) -> String {
    "\(perMille / 10).\(perMille % 10) %"
  }
}
