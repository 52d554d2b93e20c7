internal import LeasingAppStore
internal import Parking
internal import SignedRequests

/// A request that the leasing app refuses.
struct AppRefused: Error, Equatable {
  let code: AppCode
  let message: String
  /// What we signed, without the key; for partners in sandbox mode alone.
  var stringToSign: String?

  init(_ code: AppCode, _ detail: String = "") {
    self.code = code
    message = detail.isEmpty ? code.message : "\(code.message)：\(detail)"
  }

  init(_ fault: SignatureFault) {
    switch fault {
    case .missing(let name): self.init(.notAuthenticated, "缺少 \(name)，或其格式错误")
    case .signature: self.init(.notAuthenticated, "签名错误")
    }
  }

  init(_ refusal: AppRefusal) {
    switch refusal {
    case .time(let now): self.init(.notAuthenticated, "时间戳超出允许范围，服务器时间为 \(now.seconds)")
    case .replay: self.init(.notAuthenticated, "nonce 已用过")
    case .unknownPark: self.init(AppCode.unknownPark)
    case .notOffered(let date): self.init(.notOffered, "\(date)")
    case .over(let date): self.init(.over, "\(date)")
    case .unknownYear(let year): self.init(.unknownYear, "\(year)")
    case .notOrdered(let date): self.init(.notOrdered, "\(date)")
    case .begun(let date): self.init(.begun, "\(date)")
    case .noTimeZone: self.init(.failed)
    }
  }
}
