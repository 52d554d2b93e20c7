import HTTP

/// `{"code":…,"data":{…},"message":"…"}`, and nothing but these three in this order.
struct Envelope: Sendable, Equatable {
  let status: Int
  let code: Int
  let data: JSON
  let message: String
  let bytes: [UInt8]

  init(_ reply: Reply) throws {
    let json = try reply.json()
    guard json.members?.map(\.name) == ["code", "data", "message"],
      case .number(let code)? = json["code"], let code = Int(code), let data = json["data"],
      data.members != nil, let message = json["message"]?.string
    else {
      throw Reply.Unreadable(
        description: "no envelope: \(String(decoding: reply.body, as: UTF8.self))")
    }
    status = reply.status
    self.code = code
    self.data = data
    self.message = message
    bytes = reply.body
  }

  /// A number of the data.
  func number(_ name: String) -> Int? {
    guard case .number(let literal)? = data[name] else { return nil }
    return Int(literal)
  }

  /// A text of the data.
  func text(_ name: String) -> String? { data[name]?.string }

  /// A list of the data.
  func list(_ name: String) -> [JSON] { data[name]?.elements ?? [] }
}
