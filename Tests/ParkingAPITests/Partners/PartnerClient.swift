import Foundation
import GatehouseTesting
import HTTP
import ParkingStore
import PostgreSQL
import Signing
import Testing

@testable import ParkingAPI

/// The demo's partner, signing requests to an application in this process.
struct PartnerClient {
  let terminal: Terminal

  init(requestsPerMinute: Int32 = 100_000) throws {
    terminal = try Terminal()
    try TestPartner.insert(into: terminal.connection, requestsPerMinute: requestsPerMinute)
  }

  var connection: Connection { terminal.connection }
  var now: Int64 { Int64(Date().timeIntervalSince1970) }

  func send(_ request: Request) throws -> Terminal.Reply {
    try Terminal.Reply(terminal.application.answer(request))
  }

  /// A form or a query signed by scheme A.
  func signed(
    _ parameters: [ParameterSignature.Parameter], method: SignatureMethod = .hmacSHA256,
    at timestamp: Int64? = nil, nonce: String = Nonce.random(),
    key: SigningKey = PartnerClient.key
  ) -> [ParameterSignature.Parameter] {
    ParameterSignature.signed(
      parameters, with: key, method: method, timestamp: timestamp ?? now, nonce: nonce)
  }

  static let key = SigningKey(
    appID: TestPartner.appID, keyID: TestPartner.keyID, secret: TestPartner.secret)

  /// A POST of a form.
  static func form(
    _ path: String, _ parameters: [ParameterSignature.Parameter]
  ) -> Request {
    Request(
      method: .post, path: path, contentType: "application/x-www-form-urlencoded",
      body: encoded(parameters), scheme: "https")
  }

  /// The same in a query.
  static func query(
    _ path: String, _ parameters: [ParameterSignature.Parameter]
  ) -> Request {
    Request(path: path, query: encoded(parameters), scheme: "https")
  }

  /// A POST of JSON signed by scheme B.
  func json(
    _ path: String, _ body: String, query: String = "", at timestamp: Int64? = nil,
    nonce: String = Nonce.random(), key: SigningKey = PartnerClient.key
  ) -> Request {
    let bytes = Array(body.utf8)
    let subject = HeaderSignature.Subject(
      method: "POST", path: path, query: query, appID: key.appID, keyID: key.keyID,
      timestamp: String(timestamp ?? now), nonce: nonce, body: bytes)
    var request = Request(
      method: .post, path: path, query: Array(query.utf8), contentType: "application/json",
      body: bytes, scheme: "https")
    for header in HeaderSignature.headers(of: subject, secret: key.secret) {
      request.headers[header.name.lowercased()] = header.value
    }
    return request
  }

  func order(_ parameters: [ParameterSignature.Parameter]) throws -> Terminal.Reply {
    try send(Self.form("/api/SynLeaseOrder", signed(parameters)))
  }

  func offers(_ parameters: [ParameterSignature.Parameter] = []) throws -> Terminal.Reply {
    try send(Self.query("/api/leasePark", signed(parameters)))
  }

  /// `park plate date start end check` of every window, in order.
  func windows() throws -> [String] {
    try connection.query(
      """
      select park_sn || ' ' || coalesce(plate, '-') || ' ' || window_date || ' '
        || left(start_time::text, 5) || ' ' || left(end_time::text, 5) || ' ' || offer_check
      from parking.lease_window
      order by park_sn, plate nulls first, window_date, start_time, end_time
      """
    ).map { try $0.decode(at: 0) }
  }

  /// The offers' calendar, of which tests need one year far away.
  func knowsYear(_ year: Int32) throws {
    try connection.execute("insert into parking.calendar_year (year) values (\(year))")
    try connection.execute(
      """
      insert into parking.calendar_day
      values (make_date(\(year), 1, 1), \(year), '元旦', true)
      """)
  }

  private static func encoded(_ parameters: [ParameterSignature.Parameter]) -> [UInt8] {
    let unreserved = CharacterSet(charactersIn: "-._~").union(.alphanumerics)
      .intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..."\u{7F}"))
    func escaped(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
    return Array(
      parameters.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&").utf8)
  }
}

extension Array where Element == ParameterSignature.Parameter {
  /// An order for DEMO001.
  static func order(
    park: String = "DEMO001", plate: String? = "苏E88888", dates: String = oneNight
  ) -> Self {
    [(name: "park_sn", value: park), (name: "dates", value: dates)]
      + (plate.map { [(name: "car_plate_no", value: $0)] } ?? [])
  }

  static var oneNight: String {
    #"[{"date":"2030-01-02","start_time":"19:00","end_time":"06:30"}]"#
  }
}
