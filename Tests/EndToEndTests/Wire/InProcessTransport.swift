import HTTP
import ParkingAPI
import ParkingStore

/// Straight into the application, without a socket: what nginx and the worker's loop would do is
/// done here by hand.
struct InProcessTransport: Transport {
  private let application: Application

  init(_ installation: Installation) throws {
    let store = ParkingStore(
      conninfo: installation.workerConninfo, pictures: "\(installation.state)/pictures")
    application = try Application(store: store)
  }

  func send(_ call: Call) throws -> Reply {
    let response = application.answer(request(call))
    let headers = response.headers.map { ($0.name.lowercased(), $0.value) }
    return Reply(
      status: response.status, headers: Dictionary(headers) { $1 },
      body: call.method == "HEAD" ? [] : response.body)
  }

  private func request(_ call: Call) -> Request {
    let parts = call.target.split(separator: "?", maxSplits: 1)
    return Request(
      method: method(call.method), path: String(parts.first ?? "/"),
      query: Array((parts.count > 1 ? parts[1] : "").utf8), contentType: call.body?.type,
      body: call.body?.bytes ?? [],
      headers: call.headers.reduce(into: [:]) { $0[$1.name.lowercased()] = $1.value },
      remoteAddress: call.source, host: call.host, park: Site.parkSN(host: call.host))
  }

  private func method(_ name: String) -> Request.Method {
    switch name {
    case "GET": .get
    case "HEAD": .head
    case "POST": .post
    default: .other(name)
    }
  }
}
