/// Who acts at a booth, and how the booth's URLs let the caller in.
public enum Caller: Sendable, Equatable {
  /// A signed-in person.
  case account(Int32)
  /// A terminal with a token of its own.
  case terminal(String)
  /// An old terminal in a trusted network.
  case network
  /// A camera.
  case device(String)
  /// The operator's command line, or the process that sweeps.
  case commandLine

  /// The account of a signed-in person.
  public var accountID: Int32? {
    guard case .account(let accountID) = self else { return nil }
    return accountID
  }

  /// The word in the audit trail.
  var kind: String {
    switch self {
    case .account: "session"
    case .terminal(let terminalID): "terminal \(terminalID)"
    case .network: "network"
    case .device(let deviceID): "device \(deviceID)"
    case .commandLine: "command line"
    }
  }
}
