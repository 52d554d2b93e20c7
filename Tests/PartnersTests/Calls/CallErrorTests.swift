import Partners
import Testing

@Suite("What a failed call means")
struct CallErrorTests {
  @Test("A refusal by the partner's rules is one for ever; the rest may pass")
  func refusals() {
    for code in [1001, 2201, 400, 413] {
      #expect(CallError.refused(code: code, message: "").isRefusal, "code \(code)")
    }
    for code in [401, 403, 421, 429, 500, 503] {
      #expect(!CallError.refused(code: code, message: "").isRefusal, "code \(code)")
    }
    for status in [400, 405, 413, 422] {
      #expect(CallError.status(status).isRefusal, "HTTP \(status)")
    }
    for status in [301, 401, 403, 404, 408, 429, 500, 502, 503] {
      #expect(!CallError.status(status).isRefusal, "HTTP \(status)")
    }
    for error in [CallError.timeout, .notConnected(""), .unresolved(""), .forbiddenAddress("")] {
      #expect(!error.isRefusal, "\(error)")
    }
  }

  @Test("A partner's long message is cut")
  func longMessage() {
    let error = CallError.refused(code: 1, message: String(repeating: "长", count: 10_000))
    #expect("\(error)".count < 300)
  }
}
