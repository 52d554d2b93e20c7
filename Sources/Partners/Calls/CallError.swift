/// Why a call of a partner brought no answer that counts. None of them holds a secret.
public enum CallError: Error, Sendable, Equatable {
  /// The partner's record has no usable address.
  case badAddress
  /// The host's name leads to no address; the system's words.
  case unresolved(String)
  /// The host's name leads to an address that this partner must not have.
  case forbiddenAddress(String)
  /// No connection, or TLS failed: a certificate that is not trusted or not the host's.
  case notConnected(String)
  /// Not done within the limit.
  case timeout
  /// The answer is larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// HTTP said no; redirects are among it, since none is followed.
  case status(Int)
  /// 200, and then no envelope.
  case unreadable(String)
  /// The envelope's `code` is not 0: the partner's rules refused it.
  case refused(code: Int, message: String)
}

extension CallError {
  /// Whether the partner understood the call and said no, so that the same call again is refused
  /// again. What may pass by itself (its clock, its limits, its faults) is not among it.
  public var isRefusal: Bool {
    switch self {
    case .refused(let code, _): ![401, 403, 421, 429, 500, 503].contains(code)
    case .status(let status):
      (400...499).contains(status) && ![401, 403, 404, 408, 421, 429].contains(status)
    default: false
    }
  }
}

extension CallError: CustomStringConvertible {
  /// In words, for the outbox.
  public var description: String {
    switch self {
    case .badAddress: "the partner has no usable base_url"
    case .unresolved(let reason): "its host has no address: \(reason)"
    case .forbiddenAddress(let address):
      "its host leads to \(address), and its record does not allow private addresses"
    case .notConnected(let reason): "no connection: \(reason)"
    case .timeout: "no answer in time"
    case .tooLarge(let limit): "an answer of more than \(limit) bytes"
    case .status(let status): "HTTP \(status)"
    case .unreadable(let reason): "an answer that cannot be read: \(reason)"
    case .refused(let code, let message): "refused with code \(code): \(message.prefix(200))"
    }
  }
}

extension CallError {
  /// In words, for logs: without what the partner wrote, which may hold a plate.
  public var withoutQuotation: String {
    guard case .refused(let code, _) = self else { return description }
    return "refused with code \(code)"
  }
}
