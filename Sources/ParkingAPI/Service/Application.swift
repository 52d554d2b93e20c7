public import HTTP
internal import Logging
internal import Parking
public import ParkingStore
internal import SignedRequests

/// The whole application as a function from a request to a response.
public final class Application {
  private let router: Router<Endpoint>
  private let store: ParkingStore
  private let memo = AnswerMemo()
  private let log: Logger

  /// An application on a store. Throws when two routes clash, which stops the start.
  public init(store: ParkingStore) throws(RouterError) {
    router = try Router(routes: Routes.all)
    self.store = store
    log = Logger(label: "gatehouse.api")
  }

  /// Answers a request; never throws, and never leaves one without an envelope.
  public func answer(_ request: Request) -> Response {
    defer { if let warning = store.takeWarning() { log.warning("\(warning)") } }
    do {
      guard [.get, .head, .post].contains(request.method) else {
        throw Refused(.methodNotAllowed)
      }
      guard let match = router.match(path: request.path) else { throw Refused(.notFound) }
      return Response(try answer(request, match))
    } catch {
      return failure(error, of: request)
    }
  }

  /// The answer to a request that the transport could not take.
  public func refuse(_ code: ResultCode) -> Response {
    Response(Refused(code))
  }

  private func answer(_ request: Request, _ match: RouteMatch<Endpoint>) throws -> Answer {
    switch match.handler {
    case .open(let handler):
      return try handler(store)
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
