/// Every `code` of the leasing app's answers. They are the app's own: a parking system acts on 0 and
/// on the HTTP status, and people read the message.
enum AppCode: Int, CaseIterable {
  case done = 0

  case missingParameter = 1001
  case malformedParameter = 1002
  case unreadableBody = 1004
  case unknownPark = 3001
  case notOffered = 3002
  case over = 3003
  case unknownYear = 3004
  case notOrdered = 3005
  case begun = 3006

  case notAuthenticated = 401
  case notAllowed = 403
  case notFound = 404
  case methodNotAllowed = 405
  case tooLarge = 413
  case failed = 500
  case unavailable = 503

  /// A refusal by a rule is HTTP 200, as everywhere in the lease document.
  var status: Int { (400...599).contains(rawValue) ? rawValue : 200 }

  /// What people read.
  var message: String {
    switch self {
    case .done: ""
    case .missingParameter: "缺少参数"
    case .malformedParameter: "参数格式错误"
    case .unreadableBody: "请求内容无法识别"
    case .unknownPark: "该车场没有可租赁的车位"
    case .notOffered: "所选时段不在可租赁时段内"
    case .over: "所选日期已过"
    case .unknownYear: "该年节假日安排尚未公布，暂不能出售"
    case .notOrdered: "没有该订单"
    case .begun: "该时段已开始，不能取消"
    case .notAuthenticated: "签名验证失败"
    case .notAllowed: "没有权限"
    case .notFound: "接口不存在"
    case .methodNotAllowed: "只支持 GET 和 POST"
    case .tooLarge: "请求内容过大"
    case .failed: "系统内部错误"
    case .unavailable: "系统暂时不可用，请稍后重试"
    }
  }
}
