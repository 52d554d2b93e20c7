import Testing

/// Where a scenario plays: the same words, with and without a socket.
enum Stage: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case inProcess = "in process"
  case throughNginx = "through nginx"

  var testDescription: String { rawValue }

  /// A park that no other scenario has.
  func park(_ kind: Site.Kind = .open) throws -> TestPark {
    let installation = try Installations.calm
    let transport: any Transport =
      switch self {
      case .inProcess: try InProcessTransport(installation)
      case .throughNginx: WireTransport(port: installation.port)
      }
    return try TestPark(kind, installation, transport)
  }
}
