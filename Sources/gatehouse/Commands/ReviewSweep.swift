import ArgumentParser
import ParkingStore

/// `gatehouse review sweep`
struct ReviewSweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Puts on the lists what time alone brings there, of all parks.",
    discussion: """
      Stays longer than the park's long_stay_hours, and vehicles without an entry about which nobody \
      decided at an exit. The relay does this by itself; running it again does nothing twice.
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let report = try database.parkingStore().sweepReviews()
    print("\(report.longStays) long stays, \(report.abandoned) abandoned")
  }
}
