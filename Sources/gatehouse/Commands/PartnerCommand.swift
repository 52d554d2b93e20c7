import ArgumentParser

/// `gatehouse partner`
struct PartnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "Systems that sell leases: their keys, and how they sign.",
    subcommands: [
      PartnerList.self, PartnerAdd.self, PartnerRotate.self, PartnerDisable.self,
      PartnerSign.self,
    ])
}
