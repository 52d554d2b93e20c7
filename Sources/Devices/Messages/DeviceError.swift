/// Why a device's request cannot be understood. Nothing of it is kept then.
public enum DeviceError: Error, Equatable, Sendable {
  /// The body is empty.
  case empty
  /// The body is not in the vendor's format, which is named.
  case malformedBody(String)
  /// A field that must be there is not.
  case missing(field: String)
  /// A field is not what it has to be.
  case malformed(field: String, expected: String)
}

extension DeviceError: CustomStringConvertible {
  /// A sentence in Chinese for the installer; it holds nothing of the request but field names.
  public var description: String {
    switch self {
    case .empty: "请求内容为空"
    case .malformedBody(let format): "请求内容不是有效的 \(format)"
    case .missing(let field): "缺少参数 \(field)"
    case .malformed(let field, let expected): "参数 \(field) 格式错误，应为\(expected)"
    }
  }
}
