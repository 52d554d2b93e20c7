/// What the lane's display says to a driver.
enum Display {
  static func welcome(
    _ license: String, _ category: Category, isLeased: Bool = false
  ) -> String {
    switch category {
    case .temporary where isLeased: "\(license) 错峰租赁 欢迎光临"
    case .monthly: "\(license) 月租车 欢迎光临"
    case .free: "\(license) 免费车 欢迎光临"
    case .temporary, .blacklisted: "\(license) 欢迎光临"
    }
  }

  static let refused = "禁止入场 请联系管理员"
  static let register = "未识别车牌 请联系岗亭"
  static let wait = "请等待岗亭确认"
  static let full = "车位已满 请等待"
  static let history = ""
  static let farewell = "一路顺风"
  static let noEntry = "未找到入场记录 请联系岗亭"
  static let manual = "请联系岗亭"

  /// The fee in yuan, as a driver reads it.
  static func pay(_ due: Money, of license: String) -> String {
    "\(license) 请缴费\(due.yuan)元"
  }
}

extension Money {
  /// The amount in yuan with two decimals, for people: 705 fen is `7.05`.
  public var yuan: String {
    let cents = fen.magnitude % 100
    let sign = fen < 0 ? "-" : ""
    return "\(sign)\(fen.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

extension Fee {
  /// For the review list.
  var inWords: String {
    switch self {
    case .known(let total, let coupon, _): "应收\(total.yuan)元，优惠\(coupon.yuan)元"
    case .unknown(let reason): reason
    }
  }
}
