import HTTP
import Testing

@Suite("Parameters, at random")
struct ParameterPropertyTests {
  private func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      byte == 0x20 ? "+" : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// Names that differ, each with a value.
  private func pairs(_ random: inout SeededGenerator) -> [(name: String, value: String)] {
    (0..<Int.random(in: 1...30, using: &random)).map { index in
      (name: "\(index)n" + random.text(), value: random.text(upTo: 40))
    }
  }

  private func request(_ encoding: Int, _ pairs: [(name: String, value: String)]) -> Request {
    var request = Request(method: .post)
    switch encoding {
    case 0:
      request.query = Array(
        pairs.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }
          .joined(separator: "&").utf8)
    case 1:
      var writer = JSONWriter()
      writer.object { writer in
        for pair in pairs {
          writer.name(pair.name)
          writer.string(pair.value)
        }
      }
      request.body = writer.bytes
      request.contentType = "application/json"
    default:
      request.contentType = "multipart/form-data; boundary=----b"
      let parts = pairs.enumerated().map { index, pair in
        "------b\r\nContent-Disposition: form-data; name=\"\(index)\"\r\n\r\n\(pair.value)\r\n"
      }
      request.body = Array((parts.joined() + "------b--\r\n").utf8)
    }
    return request
  }

  @Test("The same values come out of query, JSON and multipart", arguments: 0...2)
  func roundTrips(encoding: Int) throws {
    var random = SeededGenerator()
    print("parameters in encoding \(encoding): seed \(random.seed)")
    for _ in 0..<200 {
      let pairs = pairs(&random)
      let parameters = try Parameters(request(encoding, pairs))
      #expect(parameters.names.count == pairs.count, "seed \(random.seed)")
      for (index, pair) in pairs.enumerated() {
        let name = encoding == 2 ? "\(index)" : pair.name
        let same = parameters.text(name).map { Array($0.utf8) } == Array(pair.value.utf8)
        #expect(same, "seed \(random.seed)")
      }
    }
  }

  @Test("A request with bytes changed is read or refused, never fatal", arguments: 0...2)
  func survivesChangedBytes(encoding: Int) {
    var random = SeededGenerator()
    print("parameters with changed bytes in encoding \(encoding): seed \(random.seed)")
    for _ in 0..<1000 {
      var request = request(encoding, pairs(&random))
      for _ in 0...2 {
        let byte = UInt8.random(in: 0...255, using: &random)
        if encoding == 0 {
          request.query[Int.random(in: 0..<request.query.count, using: &random)] = byte
        } else {
          request.body[Int.random(in: 0..<request.body.count, using: &random)] = byte
        }
      }
      guard let parameters = try? Parameters(request) else { continue }
      #expect(!parameters.names.contains { $0.utf8.contains(0) }, "seed \(random.seed)")
    }
  }
}
