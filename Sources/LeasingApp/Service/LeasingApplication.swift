public import HTTP
public import LeasingAppStore
internal import Logging
internal import PostgreSQL

/// The leasing app (车加家) as a function from a request to a response: the partner's side of the
/// lease document, against which whoever writes a real one can test.
public final class LeasingApplication {
  private let router: Router<AppEndpoint>
  private let store: LeasingAppStore
  private let log = Logger(label: "leasing-app.api")

  /// An application on a store. Throws when two routes clash, which stops the start.
  public init(store: LeasingAppStore) throws(RouterError) {
    router = try Router(routes: AppRoutes.all)
    self.store = store
  }

  /// Answers a request; never throws, and never leaves one without an envelope.
  public func answer(_ request: Request) -> Response {
    do {
      guard [.get, .head, .post].contains(request.method) else {
        throw AppRefused(.methodNotAllowed)
      }
      guard let match = router.match(path: request.path) else { throw AppRefused(.notFound) }
      return try answer(request, router.routes[match.index].handler).response
    } catch {
      return AppAnswer(refusal(error, of: request)).response
    }
  }

  /// The answer to a request that the transport could not take.
  public func refuse(isTooLarge: Bool) -> Response {
    AppAnswer(AppRefused(isTooLarge ? .tooLarge : .unreadableBody)).response
  }

  private func answer(_ request: Request, _ endpoint: AppEndpoint) throws -> AppAnswer {
    switch endpoint {
    case .open(let handler): return try handler(store)
    case .signed(let handler):
      let signed = try SignedAppRequest(request, store: store)
      return request.method == .head ? .done : try handler(signed)
    case .press(let handler):
      guard request.method == .post else { throw AppRefused(.methodNotAllowed) }
      return try handler(AppPress(fields: try AppFields(request), store: store))
    }
  }

  /// The one place that turns an error into an answer.
  private func refusal(_ error: any Error, of request: Request) -> AppRefused {
    switch error {
    case let refused as AppRefused: return refused
    case let refusal as AppRefusal: return AppRefused(refusal)
    case let outage as DatabaseError where outage.isTransient:
      log.warning("the database is away", metadata: about(request, error))
      return AppRefused(.unavailable)
    default:
      log.error("a request failed", metadata: about(request, error))
      return AppRefused(.failed)
    }
  }

  private func about(_ request: Request, _ error: any Error) -> Logger.Metadata {
    ["request_id": "\(request.requestID)", "error": "\(error)"]
  }
}
