import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse partner rotate`
struct PartnerRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Gives a partner a second key, or retires one.",
    discussion: """
      First `rotate ID`: both keys are good, and we sign with the new one. When the partner signs \
      with it too, `rotate ID --retire OLD`.

      Examples:
        gatehouse partner rotate cjj
        gatehouse partner rotate cjj --retire k1
      """)

  @OptionGroup var database: DatabaseOptions

  @Argument(help: "The partner (app_id).")
  var id: String

  @Option(help: "The name of the new key. (default: k and the next number)")
  var keyID: String?

  @Option(help: "Retire this key instead.")
  var retire: String?

  func run() throws {
    let store = try database.connect()
    if let retire {
      try store.retireKey(retire, ofPartner: id)
      print("Key \(retire) of \(id) is retired.")
      return
    }
    let secret = PartnerSecret.random()
    let name = try keyID ?? store.nextKeyID(ofPartner: id)
    try store.addKey(SiteFile.Partner.Key(id: name, secret: .plain(secret)), toPartner: id)
    PartnerSecret.show(secret, keyID: name)
  }
}
