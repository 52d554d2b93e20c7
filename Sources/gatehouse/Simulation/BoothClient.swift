import Foundation
import Parking

/// The URLs of a park's booths and cameras, as terminals and cameras use them.
struct BoothClient {
  /// A booth of the park.
  struct Booth {
    let id: String
    let isExit: Bool
  }

  private let http: HTTPClient
  private let bearer: String?
  private let tokenSuffix: String

  init(_ http: HTTPClient, bearer: String?, tokenSuffix: String) {
    self.http = http
    self.bearer = bearer
    self.tokenSuffix = tokenSuffix
  }

  /// `enterexitlist`
  func booths() throws(HTTPClient.NoAnswer) -> (answer: BoothAnswer, booths: [Booth]) {
    let answer = try ask("enterexitlist", [])
    let lists = [("enter_list", false), ("exit_list", true)]
    let booths = lists.flatMap { key, isExit in
      (answer.data[key]?.list ?? []).compactMap { booth in
        booth["_id"]?.text.map { Booth(id: $0, isExit: isExit) }
      }
    }
    return (answer, booths)
  }

  /// A URL of the booths; a press is a POST, a question a GET.
  func ask(
    _ name: String, _ parameters: [(String, String)], isPress: Bool = false
  ) throws(HTTPClient.NoAnswer) -> BoothAnswer {
    let path = "/park/v1/sentrybox/\(name)"
    let form = parameters.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
    let reply =
      isPress
      ? try http.send(
        path, content: HTTPContent("application/x-www-form-urlencoded", text: form),
        bearer: bearer)
      : try http.send(form.isEmpty ? path : "\(path)?\(form)", bearer: bearer)
    return try BoothAnswer(status: reply.status, body: reply.body)
  }

  /// A camera at a booth reads a plate.
  ///
  /// - Parameter replayOf: when it was read, if the camera had stored it.
  func read(
    _ plate: String, at booth: Booth, event: String, replayOf time: Date? = nil
  ) throws(HTTPClient.NoAnswer) -> BoothAnswer {
    let body = Document(members: [
      ("event_id", Document(text: event)), ("plate", Document(text: plate)),
      ("captured_at", Document(text: (time ?? Date()).formatted(.iso8601))),
      ("replay", Document(.scalar(time == nil ? "false" : "true", quoted: false))),
      ("plate_color", Document(text: "blue")),
    ])
    return try device(booth, "", body.jsonText)
  }

  /// A camera at a booth asks whether to open.
  func poll(at booth: Booth) throws(HTTPClient.NoAnswer) -> BoothAnswer {
    try device(booth, "/poll", "{}")
  }

  private func device(
    _ booth: Booth, _ action: String, _ body: String
  ) throws(HTTPClient.NoAnswer) -> BoothAnswer {
    let path = "/device/v1/generic/\(Self.encoded(booth.id + tokenSuffix))\(action)"
    let reply = try http.send(path, content: HTTPContent("application/json", text: body))
    return try BoothAnswer(status: reply.status, body: reply.body)
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .unreserved) ?? ""
  }
}

extension CharacterSet {
  /// What stands in a URL as it is (RFC 3986, 2.3).
  fileprivate static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
