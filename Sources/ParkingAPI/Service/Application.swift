public import HTTP
internal import Logging
public import Metrics
internal import Parking
public import ParkingStore
internal import SignedRequests

/// The whole application as a function from a request to a response.
public final class Application {
  private let router: Router<Endpoint>
  private let store: ParkingStore
  private let memo = AnswerMemo()
  private let counters: RequestCounters?
  private let log: Logger

  /// An application on a store. Throws when two routes clash, which stops the start.
  ///
  /// - Parameter counters: What `counters(in:)` made; nil to count nothing.
  public init(store: ParkingStore, counters: RequestCounters? = nil) throws(RouterError) {
    router = try Router(routes: Routes.all)
    self.store = store
    self.counters = counters
    log = Logger(label: "gatehouse.api")
  }

  /// Counters of this application's requests, which the workers of a directory share; nil if it
  /// cannot be written.
  public static func counters(in directory: String) -> RequestCounters? {
    RequestCounters(directory: directory, routes: Routes.all.map(\.pattern))
  }

  /// Answers a request; never throws, and never leaves one without an envelope.
  public func answer(_ request: Request) -> Response {
    defer { if let warning = store.takeWarning() { log.warning("\(warning)") } }
    let match = router.match(path: request.path)
    guard let counters else { return answer(request, match) }
    let stopwatch = Stopwatch()
    let response = answer(request, match)
    counters.count(
      route: match?.index, code: response.resultCode, nanoseconds: stopwatch.nanoseconds)
    if let tally = store.takeTally(), response.status < 500 { counters.count(tally) }
    return response
  }

  private func answer(_ request: Request, _ match: RouteMatch?) -> Response {
    do {
      guard [.get, .head, .post].contains(request.method) else {
        throw Refused(.methodNotAllowed)
      }
      guard let match else { throw Refused(.notFound) }
      return Response(try answer(request, match))
    } catch {
      return failure(error, of: request)
    }
  }

  /// The answer to a request that the transport could not take.
  public func refuse(_ code: ResultCode) -> Response {
    Response(Refused(code))
  }

  private func answer(_ request: Request, _ match: RouteMatch) throws -> Answer {
    switch router.routes[match.index].handler {
    case .open(let handler):
      return try handler(store)
    case .watching(let handler):
      return try handler(store, counters)
    case .device(let handler):
      let device = DeviceRequest(request: request, arguments: match.arguments, store: store)
      return request.method == .head ? .done : try handler(device)
    case .partner(let handler):
      let partner = try PartnerRequest(request, store: store)
      return request.method == .head ? .done : try handler(partner)
    case .session(let handler):
      let session = try SessionRequest(request, store: store)
      return request.method == .head ? .done : try handler(session)
    case .office(let handler):
      return try handler(OfficeRequest(request, store: store))
    case .officePress(let handler):
      let office = try OfficeRequest(request, store: store)
      return request.method == .head ? .done : try handler(office)
    case .reading(let handler):
      return try handler(
        BoothRequest(request, arguments: match.arguments, store: store, memo: memo))
    case .press(let handler):
      let booth = try BoothRequest(
        request, arguments: match.arguments, store: store, memo: memo)
      guard request.method != .head else { return .done }
      if let session = booth.session { try store.keepSession(token: session) }
      return try handler(booth)
    }
  }

  /// The one place that turns an error into an answer.
  private func failure(_ error: any Error, of request: Request) -> Response {
    switch error {
    case let refused as Refused: return Response(refused)
    case let refusal as Refusal: return Response(Refused(refusal))
    case let refusal as ReviewRefusal: return Response(Refused(refusal))
    case let fault as SignatureFault: return Response(PartnerRefused(fault).answer)
    case let refused as PartnerRefused: return Response(refused.answer)
    case let refusal as PartnerRefusal: return Response(PartnerRefused(refusal).answer)
    case let refusal as OfficeRefusal: return Response(Refused(refusal))
    case let outage as any OutageError where outage.isOutage:
      log.warning("the database is away", metadata: about(request, error))
      return Response(Refused(.unavailable))
    default:
      log.error("a request failed", metadata: about(request, error))
      return Response(Refused(.failed))
    }
  }

  private func about(_ request: Request, _ error: any Error) -> Logger.Metadata {
    ["request_id": "\(request.requestID)", "error": "\(error)"]
  }
}
