internal import HTTP

extension Refused {
  /// What is said of parameters that cannot be read. Names are given back, values never.
  init(_ error: ParameterError) {
    switch error {
    case .repeated(let name): self.init(.repeatedParameter, String(name.prefix(64)))
    case .malformedEscape: self.init(.unreadableBody, "百分号编码错误")
    case .malformedJSON(let error): self.init(.unreadableBody, "JSON 错误，\(error)")
    case .notAnObject: self.init(.unreadableBody, "JSON 应为对象")
    case .malformedBody: self.init(.unreadableBody, "表单内容不完整")
    case .unsupportedContentType:
      self.init(
        .unreadableBody,
        "Content-Type 应为 application/x-www-form-urlencoded、multipart/form-data 或 application/json")
    case .invalidUTF8: self.init(.unreadableBody, "应为 UTF-8 编码")
    case .nul: self.init(.unreadableBody, "不允许 U+0000")
    case .tooMany(let limit): self.init(.unreadableBody, "参数超过 \(limit) 个")
    }
  }
}
