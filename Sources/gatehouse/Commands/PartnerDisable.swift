import ArgumentParser
import ParkingStore

/// `gatehouse partner disable`
struct PartnerDisable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Switches a partner off, or on again.",
    discussion: """
      Its requests are refused within a second. Leases that it has sold stay good.
      """)

  @OptionGroup var database: DatabaseOptions

  @Argument(help: "The partner (app_id).")
  var id: String

  @Flag(help: "Switch it on again.")
  var undo = false

  func run() throws {
    try database.connect().setPartner(id, isDisabled: !undo)
    print(undo ? "\(id) is switched on." : "\(id) is switched off.")
  }
}
