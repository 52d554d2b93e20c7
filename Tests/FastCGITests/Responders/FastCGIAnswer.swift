import Foundation

/// What a responder wrote for one request.
struct FastCGIAnswer {
  /// The lines before the body.
  let head: String
  let body: [UInt8]
  /// Whether the end of the request came.
  let isComplete: Bool

  init(records: [UInt8]) {
    var output: [UInt8] = []
    var isComplete = false
    var rest = records[...]
    while rest.count >= 8 {
      let header = Array(rest.prefix(8))
      let length = Int(header[4]) << 8 | Int(header[5])
      rest = rest.dropFirst(8)
      if header[1] == 6 { output += rest.prefix(length) }
      if header[1] == 3 { isComplete = true }
      rest = rest.dropFirst(length + Int(header[6]))
    }
    let end = output.firstRange(of: Array("\r\n\r\n".utf8))
    head = String(decoding: output[..<(end?.lowerBound ?? output.endIndex)], as: UTF8.self)
    body = Array(output[(end?.upperBound ?? output.endIndex)...])
    self.isComplete = isComplete
  }

  var status: String? { head.split(separator: "\r\n").first.map(String.init) }
  var text: String { String(decoding: body, as: UTF8.self) }
}
