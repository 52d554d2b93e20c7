internal import HTTP

/// The envelope of every answer: `{"code":0,"data":…,"message":""}`.
struct AppAnswer {
  let code: AppCode
  let message: String
  let data: any JSONEncodable

  /// Done, with nothing to say.
  static var done: AppAnswer { AppAnswer(NoData()) }

  init(_ data: any JSONEncodable) {
    code = .done
    message = ""
    self.data = data
  }

  init(_ refused: AppRefused) {
    code = refused.code
    message = refused.message
    data = Explanation(stringToSign: refused.stringToSign)
  }

  var response: Response {
    let data = data
    return .json(status: code.status) { writer in
      writer.object { writer in
        writer.member("code", code.rawValue)
        writer.name("data")
        data.encode(to: &writer)
        writer.member("message", message)
      }
    }
  }
}

private struct NoData: JSONEncodable {
  func encode(to writer: inout JSONWriter) { writer.object { _ in } }
}

private struct Explanation: JSONEncodable {
  let stringToSign: String?

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      if let stringToSign { writer.member("string_to_sign", stringToSign) }
    }
  }
}
