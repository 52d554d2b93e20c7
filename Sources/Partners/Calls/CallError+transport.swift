internal import AsyncHTTPClient
internal import NIOCore
internal import NIOSSL

extension CallError {
  /// What a client's error means.
  init(_ error: any Error) {
    switch error {
    case let error as CallError: self = error
    case let failure as Resolver.Failure: self = .unresolved(failure.reason)
    case is CancellationError: self = .timeout
    case let error as HTTPClientError where Self.timeouts.contains(error): self = .timeout
    default: self = .notConnected(String("\(error)".prefix(300)))
    }
  }

  private static let timeouts: [HTTPClientError] = [
    .connectTimeout, .readTimeout, .deadlineExceeded, .cancelled, .writeTimeout,
  ]
}

extension Error {
  /// Whether no connection came about, so that another address may be tried.
  var isNoConnection: Bool {
    switch self {
    case is IOError: true
    case let error as ChannelError: if case .connectTimeout = error { true } else { false }
    case let error as HTTPClientError: error == .connectTimeout
    default: false
    }
  }
}
