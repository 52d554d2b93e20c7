import HTTP

/// The parameters of a generic device's event, each of its type or absent.
struct GenericFields {
  private let parameters: Parameters

  init(_ parameters: Parameters) {
    self.parameters = parameters
  }

  /// A text, also written as a number; nil when absent, null or empty.
  func text(_ name: String, longest limit: Int?) throws(DeviceError) -> String? {
    switch parameters.value(name) {
    case nil:
      guard parameters.file(name) == nil else { throw .malformed(field: name, expected: "文本") }
      return nil
    case .null: return nil
    case .string(let text), .number(let text):
      if let limit, text.unicodeScalars.count > limit {
        throw .malformed(field: name, expected: "不超过 \(limit) 个字符的文本")
      }
      return text.isEmpty ? nil : text
    case .bool, .array, .object: throw .malformed(field: name, expected: "文本")
    }
  }

  /// `true` or `false`, in a form also 1 or 0; false when absent, null or empty.
  func flag(_ name: String) throws(DeviceError) -> Bool {
    switch parameters.value(name) {
    case .bool(let value): return value
    case .string("true"), .string("1"), .number("1"): return true
    case .string("false"), .string("0"), .number("0"), .string(""), .null: return false
    case nil where parameters.file(name) == nil: return false
    default: throw .malformed(field: name, expected: "true 或 false")
    }
  }
}
