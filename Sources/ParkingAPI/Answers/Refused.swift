/// A request that is refused, with its code and what the code does not say by itself.
struct Refused: Error, Equatable {
  let code: ResultCode
  let message: String

  init(_ code: ResultCode, _ detail: String = "") {
    self.code = code
    message = detail.isEmpty ? code.message : "\(code.message)：\(detail)"
  }

  /// A refusal with words of its own.
  init(_ code: ResultCode, saying message: String) {
    self.code = code
    self.message = message
  }
}
