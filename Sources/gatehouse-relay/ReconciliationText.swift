internal import Parking
internal import ParkingStore

/// What a reading found, for a person at a terminal.
struct ReconciliationText {
  private let lines: [String]

  init(_ reading: ParkReading, _ result: Reconciliation, isDry: Bool) {
    let orders = reading.orders
    var lines = [
      "\(reading.park.appID) \(reading.park.parkSN): \(orders.windows.count) windows on "
        + "\(reading.pages) pages\(isDry ? " (dry run, nothing was changed)" : "")"
    ]
    if let fault = reading.fault {
      lines.append("  not complete, so nothing is taken back: \(fault)")
    }
    lines += reading.unreadable.map { "  not understood: \($0)" }
    lines += result.lacking.map { "  added: \(Self.text($0))" }
    lines += result.absent.map { "  absent: \(Self.text($0.leased))" }
    lines += result.takenBack.map { "  taken back: \(Self.text($0.leased))" }
    if !result.heldBack.isEmpty {
      lines += result.heldBack.map { "  would be taken back: \(Self.text($0.leased))" }
      lines.append("  Too many at once: look at them, and run this again with --confirm.")
    }
    if lines.count == 1 { lines.append("  no difference") }
    self.lines = lines
  }

  func print() {
    for line in lines { Swift.print(line) }
  }

  private static func text(_ leased: LeasedWindow) -> String {
    let window = leased.window
    return "\(leased.plate ?? "(no plate)") \(window.date) "
      + "\(window.start.leaseText)-\(window.end.leaseText)"
  }
}
