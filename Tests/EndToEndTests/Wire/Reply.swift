import HTTP

/// An answer as a client sees it.
struct Reply: Sendable, Equatable {
  /// What came is no HTTP.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  let status: Int
  let headers: [String: String]
  let body: [UInt8]

  /// An answer, with headers by lower-case name.
  init(status: Int, headers: [String: String], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Reads what a server sent until it closed.
  init(_ bytes: [UInt8]) throws {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
      throw Unreadable(description: "no answer: \(String(decoding: bytes, as: UTF8.self))")
    }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components("\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else {
      throw Unreadable(description: lines[0])
    }
    self.status = status
    headers = lines.dropFirst().reduce(into: [:]) { headers, line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return }
      headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
    }
    body = Array(bytes[end.upperBound...])
    if let length = headers["content-length"].flatMap(Int.init), !body.isEmpty {
      guard length == body.count else {
        throw Unreadable(description: "\(body.count) bytes instead of \(length)")
      }
    }
  }

  /// The body as JSON.
  func json() throws -> JSON { try JSON.parse(body) }

  /// The body as the envelope of every answer.
  func envelope() throws -> Envelope { try Envelope(self) }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
