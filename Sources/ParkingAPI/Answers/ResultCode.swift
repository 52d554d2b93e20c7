/// Every `code` of an answer, its HTTP status and what it says to an attendant.
///
/// A code never changes its meaning. A refusal by a rule and a bad parameter are HTTP 200, because
/// terminals read only the body; what no rule answered has the HTTP status as its code.
public enum ResultCode: Int, Sendable, CaseIterable {
  case done = 0

  case missingParameter = 1001
  case malformedParameter = 1002
  case repeatedParameter = 1003
  case unreadableBody = 1004
  case unknownBooth = 1101
  case wrongDirection = 1102
  case unknownPark = 1103

  case blacklisted = 2001
  case invalidPlate = 2002
  case notWaiting = 2003
  case unknownStay = 2101
  case notSettling = 2102
  case amountDiffers = 2103
  case manualOnly = 2104
  case alreadyReleased = 2105
  case unknownTicket = 2106
  case settlingElsewhere = 2107
  case cannotTurnBack = 2108
  case nothingToReverse = 2109
  case unknownReview = 2201
  case alreadyResolved = 2202
  case notApplicable = 2203
  case notOnDuty = 2301
  case boothTaken = 2302
  case handedOver = 2303
  case lockedOut = 2304

  case unknownVehicle = 2401
  case keptBySiteFile = 2402
  case badTariff = 2403
  case unknownTariff = 2404

  case badRequest = 400
  case notAuthenticated = 401
  case notAllowed = 403
  case notFound = 404
  case methodNotAllowed = 405
  case tooLarge = 413
  case unknownHost = 421
  case tooMany = 429
  case failed = 500
  case unavailable = 503

  /// The HTTP status that goes with it.
  public var status: Int { (400...599).contains(rawValue) ? rawValue : 200 }

  /// What an attendant reads, and can act on.
  public var message: String {
    switch self {
    case .done: ""
    case .missingParameter: "缺少参数"
    case .malformedParameter: "参数格式错误"
    case .repeatedParameter: "参数重复"
    case .unreadableBody: "请求内容无法识别"
    case .unknownBooth: "岗亭不存在，请检查岗亭编号"
    case .wrongDirection: "该操作不属于此岗亭的方向"
    case .unknownPark: "车场不存在，或不由您管理"
    case .blacklisted: "该车辆在黑名单中，禁止入场"
    case .invalidPlate: "车牌号无效"
    case .notWaiting: "该车辆已不在等待，请刷新列表"
    case .unknownStay: "停车记录不存在"
    case .notSettling: "车辆不在本岗亭待缴费，或报价已过期，请重新识别车牌"
    case .amountDiffers: "金额与系统不符"
    case .manualOnly: "无法计费，请使用手动放行"
    case .alreadyReleased: "该车辆已经放行"
    case .unknownTicket: "票号不存在，请核对"
    case .settlingElsewhere: "该车辆正在另一出口待缴费，请核对图片"
    case .cannotTurnBack: "该车辆已不在岗亭前，不能取消"
    case .nothingToReverse: "没有可以冲正的收款"
    case .unknownReview: "复核记录不存在"
    case .alreadyResolved: "该记录已按其他方式处理，请刷新列表"
    case .notApplicable: "该记录不适用这种处理方式"
    case .notOnDuty: "您不在本岗亭当班，请重新选择岗亭"
    case .boothTaken: "本岗亭由他人值班，尚未交班"
    case .handedOver: "本班已经交班，不能更改"
    case .lockedOut: "登录失败次数过多，请稍后再试"
    case .unknownVehicle: "登记车辆不存在，请刷新列表"
    case .keptBySiteFile: "该车辆由站点文件维护，请在站点文件中修改"
    case .badTariff: "收费标准有误"
    case .unknownTariff: "没有这个收费标准，新的标准请在站点文件中添加"
    case .badRequest: "请求无法识别"
    case .notAuthenticated: "未登录或凭证无效，请重新登录"
    case .notAllowed: "没有权限"
    case .notFound: "接口不存在"
    case .methodNotAllowed: "只支持 GET 和 POST"
    case .tooLarge: "请求内容过大"
    case .unknownHost: "该域名没有对应的车场"
    case .tooMany: "请求过于频繁，请稍后再试"
    case .failed: "系统内部错误，请联系管理员"
    case .unavailable: "系统暂时不可用，请稍后重试"
    }
  }
}
