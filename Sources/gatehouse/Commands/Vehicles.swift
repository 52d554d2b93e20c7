import ArgumentParser

/// `gatehouse vehicles`
struct Vehicles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes vehicles from a CSV file, or writes them to one.",
    subcommands: [VehiclesImport.self, VehiclesExport.self])
}
