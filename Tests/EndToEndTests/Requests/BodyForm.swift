import HTTP
import Testing

/// A way in which a client sends parameters.
enum BodyForm: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case getQuery = "GET, query"
  case postQuery = "POST, query"
  case urlEncoded = "POST, form"
  case multipart = "POST, multipart"
  case json = "POST, JSON"
  case split = "POST, half query, half form"
  case getJSON = "GET, JSON"

  var testDescription: String { rawValue }

  /// A request with those parameters.
  func call(_ target: String, _ parameters: [(name: String, value: String)], host: String) -> Call {
    var call = Call(target, host: host)
    call.method = self == .getQuery || self == .getJSON ? "GET" : "POST"
    switch self {
    case .getQuery, .postQuery:
      if !parameters.isEmpty { call.target += "?\(parameters.formEncoded)" }
    case .urlEncoded:
      call.body = Self.form(parameters)
    case .multipart:
      call.body = Self.multipart(parameters)
    case .json, .getJSON:
      call.body = Self.json(parameters)
    case .split:
      let half = parameters.count / 2
      if half > 0 { call.target += "?\(Array(parameters[..<half]).formEncoded)" }
      call.body = Self.form(Array(parameters[half...]))
    }
    return call
  }

  private static func form(_ parameters: [(name: String, value: String)]) -> Call.Body {
    Call.Body(
      type: "application/x-www-form-urlencoded", bytes: Array(parameters.formEncoded.utf8))
  }

  private static func multipart(_ parameters: [(name: String, value: String)]) -> Call.Body {
    let parts = parameters.map { name, value in
      "--b0undary\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    return Call.Body(
      type: "multipart/form-data; boundary=b0undary",
      bytes: Array("\(parts.joined())--b0undary--\r\n".utf8))
  }

  private static func json(_ parameters: [(name: String, value: String)]) -> Call.Body {
    var writer = JSONWriter()
    writer.object { object in
      for (name, value) in parameters {
        object.name(name)
        if name != "_id", name != "license", let number = Int(value) {
          object.integer(number)
        } else {
          object.string(value)
        }
      }
    }
    return Call.Body(type: "application/json", bytes: writer.bytes)
  }
}
