import Parking

/// The envelope of every answer: `{"code":0,"data":{…},"message":""}`.
struct BoothAnswer {
  /// The status of HTTP.
  let status: Int
  /// 0 when it was done.
  let code: Int
  /// Why it was not done, in Chinese.
  let message: String
  /// What was asked for.
  let data: Document

  /// Whether it was done.
  var isDone: Bool { status == 200 && code == 0 }
  /// Why not, for the person who watches.
  var refusal: String { "HTTP \(status), code \(code): \(message)" }

  init(status: Int, body: [UInt8]) throws(HTTPClient.NoAnswer) {
    guard let document = try? Document(json: String(decoding: body, as: UTF8.self)),
      let code = document["code"]?.integer
    else { throw HTTPClient.NoAnswer(description: "HTTP \(status) without the usual envelope") }
    self.status = status
    self.code = code
    message = document["message"]?.text ?? ""
    data = document["data"] ?? Document(members: [])
  }
}

extension Document {
  /// The value of a key.
  subscript(key: String) -> Document? {
    guard case .mapping(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The items of a list.
  var list: [Document] { if case .sequence(let items) = content { items } else { [] } }
  /// A scalar's text.
  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }
  /// A whole number.
  var integer: Int? { text.flatMap { Int($0) } }
  /// Whether it is true.
  var isTrue: Bool { text == "true" }
}
