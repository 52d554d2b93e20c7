import ArgumentParser
import Parking
import ParkingStore

/// `gatehouse partner add`
struct PartnerAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a partner, and prints the secret of its first key once.",
    discussion: """
      A site file that has a `partners` section retires a partner that it does not name.

      Example:
        gatehouse partner add cjj --name 车加家 --operator demo --park DEMO001 --park DEMO002
      """)

  @OptionGroup var database: DatabaseOptions

  @Argument(help: "By which its requests name it (app_id).")
  var id: String

  @Option(help: "What people call it.")
  var name: String

  @Option(help: "Whose parks it uses.")
  var `operator`: String

  @Option(help: "A park that it may use; again for each.")
  var park: [String] = []

  @Option(help: "Where its own interface begins (https); offers are pushed there.")
  var baseURL: String?

  @Option(help: "How it is called: form, signed in its parameters, or json, signed in headers.")
  var pushFormat = "form"

  @Option(help: "A network from which it may call, such as 203.0.113.0/24; again for each.")
  var network: [String] = []

  @Option(help: "How many requests it may send in a minute.")
  var requestsPerMinute = 600

  @Flag(help: "Tell it what was signed when its signature is wrong.")
  var sandbox = false

  @Flag(name: .customLong("allow-md5"), help: "It may sign with MD5.")
  var allowMD5 = false

  @Flag(help: "Its interface may be at a private address.")
  var allowPrivateAddress = false

  func run() throws {
    let secret = PartnerSecret.random()
    let partner = try partner(secret)
    for change in try database.connect().add(partner, ofOperator: self.operator) { print(change) }
    PartnerSecret.show(secret, keyID: "k1")
  }

  /// The partner as a site file would say it, checked by the same rules.
  private func partner(_ secret: String) throws -> SiteFile.Partner {
    var members: [(String, Document)] = [
      ("id", Document(text: id)), ("name", Document(text: name)),
      ("push_format", Document(text: pushFormat)),
      ("sandbox", Document(.scalar("\(sandbox)", quoted: false))),
      ("allow_md5", Document(.scalar("\(allowMD5)", quoted: false))),
      ("allow_private_address", Document(.scalar("\(allowPrivateAddress)", quoted: false))),
      ("requests_per_minute", Document(integer: requestsPerMinute)),
      ("networks", Document(.sequence(network.map(Document.init(text:))))),
      ("parks", Document(.sequence(park.map(Document.init(text:))))),
      (
        "keys",
        Document(
          .sequence([
            Document(members: [("id", Document(text: "k1")), ("secret", Document(text: secret))])
          ]))
      ),
    ]
    if let baseURL { members.append(("base_url", Document(text: baseURL))) }
    do {
      return try SiteFile.Partner(document: Document(members: members))
    } catch {
      throw Failure("the partner cannot be added:\n  \(error)")
    }
  }
}
