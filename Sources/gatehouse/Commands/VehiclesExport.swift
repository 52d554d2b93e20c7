import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse vehicles export`
struct VehiclesExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a park's vehicles as CSV, whoever keeps them.",
    discussion: """
      Examples:
        gatehouse vehicles export --park DEMO001 > vehicles.csv
        gatehouse vehicles export --park DEMO001 --output vehicles.csv
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The park (park_sn).")
  var park: String

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)")
  var output: String?

  func run() throws {
    let store = try database.connect()
    let zone = try store.timeZone(ofPark: park)
    let vehicles = try store.vehicles(ofPark: park)
    try TextFile.write(
      VehicleSheet.text(of: vehicles, zone: zone), to: output, mode: 0o600)
  }
}
