internal import HTTP
internal import ParkingStore

extension Response {
  /// The answer to a client that asks again and again: with an `ETag` of its body, and without the
  /// body (304) where the client holds it already. nginx would not turn it into a 304 by itself.
  func validated(for request: Request) -> Response {
    guard status == 200 else { return self }
    let tag = "\"\(Array(body.sha256.prefix(16)).hex)\""
    var answer = self
    answer.headers.removeAll { $0.name == "Cache-Control" }
    answer.headers += [
      (name: "Cache-Control", value: "private, no-cache"), (name: "ETag", value: tag),
    ]
    guard request.holds(tag) else { return answer }
    answer.status = 304
    answer.body = []
    answer.headers.removeAll { $0.name == "Content-Type" }
    return answer
  }
}

extension Request {
  /// Whether `If-None-Match` names a tag; compared weakly (RFC 9110, 13.1.2), since nginx weakens
  /// the tags of what it compresses.
  fileprivate func holds(_ tag: String) -> Bool {
    (headers["if-none-match"] ?? "").split(separator: ",").contains { item in
      let name = item.drop { $0 == " " }
      return (name.hasPrefix("W/") ? name.dropFirst(2) : name).prefix { $0 != " " } == tag
    }
  }
}
