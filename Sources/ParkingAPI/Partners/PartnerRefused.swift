internal import HTTP
internal import Parking
internal import ParkingStore
internal import SignedRequests

/// Why a partner's request was not let in: one of a closed list of reasons, and never more.
struct PartnerRefused: Error, Equatable {
  /// The word in `data.reason`.
  enum Reason: String {
    case missingParameter = "missing_parameter"
    case signature, time, replay, disabled, certificate
    case parkNotAllowed = "park_not_allowed"
    case tooMany = "too_many"
  }

  let reason: Reason
  /// The parameter or header that is missing or malformed.
  var name: String?
  /// The database's clock in seconds since the Unix epoch, for a clock that is wrong.
  var serverTime: Int64?
  /// What we signed, without the key; for partners in sandbox mode alone.
  var stringToSign: String?

  init(reason: Reason) {
    self.reason = reason
  }

  /// A request whose signature could not be checked.
  init(_ fault: SignatureFault) {
    switch fault {
    case .missing(let name):
      self.init(reason: .missingParameter)
      self.name = name
    case .signature: self.init(reason: .signature)
    }
  }

  init(_ refusal: PartnerRefusal) {
    switch refusal {
    case .time(let now):
      self.init(reason: .time)
      serverTime = now.seconds
    case .replay: self.init(reason: .replay)
    case .tooMany: self.init(reason: .tooMany)
    case .parkNotAllowed: self.init(reason: .parkNotAllowed)
    }
  }

  /// The answer, with the reason for programs beside the message for people.
  var answer: Answer {
    .refused(Refused(code, saying: message), data: Explanation(refused: self))
  }

  private var code: ResultCode {
    switch reason {
    case .missingParameter, .signature, .time, .replay: .notAuthenticated
    case .disabled, .certificate, .parkNotAllowed: .notAllowed
    case .tooMany: .tooMany
    }
  }

  private var message: String {
    switch reason {
    case .missingParameter: "缺少签名参数，或其格式错误：\(name ?? "")"
    case .signature: "签名错误"
    case .time: "时间戳超出允许范围，服务器时间为 \(serverTime ?? 0)"
    case .replay: "请求已经处理过，请用新的 nonce 重新签名"
    case .disabled: "合作方已停用，或不允许从该地址访问"
    case .certificate: "需要登记的客户端证书"
    case .parkNotAllowed: "车场不存在，或未授权给该合作方"
    case .tooMany: ResultCode.tooMany.message
    }
  }
}

private struct Explanation: JSONEncodable {
  let refused: PartnerRefused

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("reason", refused.reason.rawValue)
      if let name = refused.name { writer.member("name", name) }
      if let time = refused.serverTime { writer.member("server_time", time) }
      if let text = refused.stringToSign { writer.member("string_to_sign", text) }
    }
  }
}
