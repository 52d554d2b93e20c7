import ArgumentParser
import ParkingStore

/// `gatehouse audit verify`
struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that no line of the audit trail was changed, removed or inserted.",
    discussion: """
      The relay seals each line with the digest of the one before. Who owns the database could make \
      the whole chain anew, so compare with a seal that was kept elsewhere: the relay's log has one \
      each time (position and digest), and this command prints the newest.

      Examples:
        gatehouse audit verify
        gatehouse audit verify --seal 1200:5f0c…
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(
    name: .customLong("seal"),
    help: ArgumentHelp(
      "A seal that was kept elsewhere; may be repeated.", valueName: "position:digest"))
  var seals: [KeptSeal] = []

  /// A seal as an argument.
  struct KeptSeal: ExpressibleByArgument {
    let position: Int64
    let digest: String

    init?(argument: String) {
      let parts = argument.split(separator: ":")
      guard parts.count == 2, let position = Int64(parts[0]), parts[1].utf8.count == 64 else {
        return nil
      }
      (self.position, digest) = (position, parts[1].lowercased())
    }
  }

  func run() throws {
    let store = try database.connect()
    guard let chain = try store.auditChain() else {
      guard seals.isEmpty else { throw Failure("nothing is sealed, but a seal was kept") }
      return print("nothing is sealed yet: the relay does it, once a minute")
    }
    if let fault = chain.fault {
      throw Failure(
        "the chain is broken at seal \(fault.position), line \(fault.auditID): \(fault.words)")
    }
    for seal in seals where seal.position >= chain.first {
      guard try store.auditSeal(at: seal.position) == seal.digest else {
        throw Failure("seal \(seal.position) is not the one that was kept: the chain was made anew")
      }
    }
    print("seals \(chain.first) to \(chain.last) hold")
    print("newest: \(chain.last):\(chain.digest)")
    guard chain.unsealed == 0 else {
      throw Failure(
        "\(chain.unsealed) lines of more than an hour ago are not sealed: does the relay run?")
    }
  }
}
