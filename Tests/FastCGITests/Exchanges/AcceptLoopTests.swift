import FastCGI
import Foundation
import HTTP
import Testing

/// The loop with the real libfcgi on a real socket. One loop at a time: libfcgi has global state.
@Suite("The worker's loop", .serialized, .timeLimit(.minutes(10)))
struct AcceptLoopTests {
  private func parameters(
    _ path: String, method: String = "GET", length: Int? = nil, query: String = ""
  ) -> [String: [UInt8]] {
    [
      "REQUEST_METHOD": Array(method.utf8), "REQUEST_URI": Array(path.utf8),
      "QUERY_STRING": Array(query.utf8),
      "CONTENT_LENGTH": Array((length.map { "\($0)" } ?? "").utf8),
    ]
  }

  private func ask(
    _ responder: TestResponder, _ parameters: [String: [UInt8]], body: [UInt8] = []
  ) throws -> FastCGIAnswer {
    let client = try FastCGIClient(path: responder.path)
    client.begin()
    client.send(parameters: parameters)
    if !body.isEmpty { client.send(body: body) }
    client.send(body: [])
    return client.answer()
  }

  private func end(_ responder: TestResponder) {
    responder.send(SIGTERM)
    #expect(responder.wait() == SIGTERM)
  }

  @Test("A request is answered, again and again")
  func answers() throws {
    let responder = try TestResponder()
    for number in 0..<50 {
      let answer = try ask(responder, parameters("/", query: "n=\(number)"))
      let text = "n=\(number)"
      #expect(answer.head == "Status: 200 OK\r\nContent-Length: \(text.utf8.count)")
      #expect(answer.text == text)
      #expect(answer.isComplete)
    }
    #expect(responder.handled == 50)
    end(responder)
  }

  @Test("A body of any size comes whole", arguments: [1, 65_535, 65_536, 1 << 20])
  func readsBodies(size: Int) throws {
    let responder = try TestResponder()
    let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let answer = try ask(responder, parameters("/", method: "POST", length: size), body: body)
    #expect(answer.body == body)
    end(responder)
  }

  @Test("HEAD has the length of the body and no body")
  func answersHEAD() throws {
    let responder = try TestResponder()
    let answer = try ask(responder, parameters("/large", method: "HEAD"))
    #expect(answer.head == "Status: 200 OK\r\nContent-Length: 3000000")
    #expect(answer.body.isEmpty && answer.isComplete)
    end(responder)
  }

  @Test("A body beyond the limit is read away and refused; the handler sees nothing of it")
  func refusesLargeBodies() throws {
    let responder = try TestResponder(bodyLimit: 1000)
    let body = [UInt8](repeating: 1, count: 500_000)
    let answer = try ask(responder, parameters("/", method: "POST", length: body.count), body: body)
    #expect(answer.status == "Status: 413 Content Too Large")
    #expect(responder.handled == 0)
    #expect(try ask(responder, parameters("/", query: "q")).text == "q")
    end(responder)
  }

  @Test("A body that is not as long as announced is refused", arguments: [0, 9, 11, 100_000])
  func refusesIncompleteBodies(size: Int) throws {
    let responder = try TestResponder()
    let body = [UInt8](repeating: 1, count: size)
    let answer = try ask(responder, parameters("/", method: "POST", length: 10), body: body)
    #expect(answer.status == "Status: 400 Bad Request")
    #expect(answer.text == "\(Refusal.incompleteBody)")
    #expect(responder.handled == 0)
    end(responder)
  }

  @Test("A client that leaves in the middle of a body is not obeyed")
  func refusesCutBodies() throws {
    let responder = try TestResponder()
    let client = try FastCGIClient(path: responder.path)
    client.begin()
    client.send(parameters: parameters("/", method: "POST", length: 10))
    client.send(body: [1, 2, 3, 4, 5])
    client.stopSending()
    #expect(client.answer().status == "Status: 400 Bad Request")
    #expect(responder.handled == 0)
    end(responder)
  }

  @Test("A signal in the middle of a body does not cut it", arguments: [SIGTERM, SIGINT, SIGUSR1])
  func readsBodiesDespiteSignals(signal: Int32) throws {
    let responder = try TestResponder()
    let client = try FastCGIClient(path: responder.path)
    client.begin()
    client.send(parameters: parameters("/", method: "POST", length: 10))
    client.send(body: [1, 2, 3, 4, 5])
    client.waitUntilRead()
    responder.send(signal)
    usleep(50_000)
    client.send(body: [6, 7, 8, 9, 10])
    client.send(body: [])
    #expect(client.answer().body == Array(1...10))
    #expect(responder.wait() == signal)
  }

  @Test("A request in flight is answered before the loop ends; the next is not taken")
  func finishesInFlight() throws {
    let responder = try TestResponder()
    responder.hold()
    let client = try FastCGIClient(path: responder.path)
    client.begin()
    client.send(parameters: parameters("/held"))
    client.send(body: [])
    responder.waitUntilHeld()
    let next = try FastCGIClient(path: responder.path)
    next.begin()
    responder.send(SIGTERM)
    usleep(50_000)
    responder.release()
    #expect(client.answer().text == "released")
    #expect(responder.wait() == SIGTERM)
    #expect(responder.handled == 1)
  }

  @Test("Nobody waits for a client that has its answer and stays", arguments: ["GET", "HEAD"])
  func closesFirst(method: String) throws {
    let responder = try TestResponder()
    let start = ContinuousClock.now
    let clients = try (0..<20).map { number in
      let client = try FastCGIClient(path: responder.path)
      client.begin()
      client.send(parameters: parameters("/", method: method, query: "n=\(number)"))
      client.send(body: [])
      #expect(client.answer(staysOpen: true).isComplete)
      return client
    }
    // libfcgi's own way to close would take two seconds for each.
    #expect(ContinuousClock.now - start < .seconds(30))
    withExtendedLifetime(clients) { end(responder) }
  }

  @Test("A server that would keep the connection finds it closed, and the loop still ends")
  func keepsNoConnection() throws {
    let responder = try TestResponder()
    for number in 0..<2 {
      let client = try FastCGIClient(path: responder.path)
      client.begin(keepsConnection: true)
      client.send(parameters: parameters("/", query: "n=\(number)"))
      client.send(body: [])
      #expect(client.answer(staysOpen: true).text == "n=\(number)")
    }
    end(responder)
  }

  @Test("A signal ends a loop with work in its queue, which is left to others")
  func endsBusy() throws {
    let responder = try TestResponder()
    let clients = try (0..<100).map { _ in
      let client = try FastCGIClient(path: responder.path)
      client.begin()
      client.send(parameters: parameters("/slow"))
      client.send(body: [])
      return client
    }
    while responder.handled == 0 { usleep(1000) }
    responder.send(SIGTERM)
    #expect(responder.wait() == SIGTERM)
    #expect(responder.handled < clients.count)
  }

  @Test("An idle loop ends at once")
  func endsIdle() throws {
    let responder = try TestResponder()
    #expect(try ask(responder, parameters("/", query: "q")).text == "q")
    let start = ContinuousClock.now
    end(responder)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test("A client that has gone is noticed, and does not end the loop")
  func noticesLostClients() throws {
    let responder = try TestResponder()
    var client: FastCGIClient? = try FastCGIClient(path: responder.path)
    client?.begin()
    client?.send(parameters: parameters("/large"))
    client?.send(body: [])
    client = nil
    #expect(try ask(responder, parameters("/", query: "q")).text == "q")
    #expect(responder.unsent == 1)
    end(responder)
  }

  @Test("A header that would not stay in its line is never sent")
  func refusesUnsafeHeaders() throws {
    let responder = try TestResponder()
    let answer = try ask(responder, parameters("/unsafe"))
    #expect(answer.status == "Status: 500 Internal Server Error")
    #expect(!answer.head.contains("Set-Cookie"))
    end(responder)
  }

  @Test("A parameter that is not UTF-8 is refused by its name")
  func refusesInvalidUTF8() throws {
    let responder = try TestResponder()
    var parameters = parameters("/")
    parameters["HTTP_USER_AGENT"] = [0xFF]
    let answer = try ask(responder, parameters)
    #expect(answer.status == "Status: 400 Bad Request")
    #expect(answer.text.contains("HTTP_USER_AGENT"))
    #expect(responder.handled == 0)
    end(responder)
  }

  @Test("Who does not speak FastCGI is ignored")
  func survivesNonsense() throws {
    let responder = try TestResponder()
    for bytes in [Array("GET / HTTP/1.1\r\n\r\n".utf8), [1, 1, 0], [1, 9, 0, 0, 0, 0, 0, 0]] {
      let client = try FastCGIClient(path: responder.path)
      client.send(raw: bytes)
      client.stopSending()
      _ = client.answer()
    }
    #expect(try ask(responder, parameters("/", query: "q")).text == "q")
    end(responder)
  }

  @Test("A shared socket never holds a worker in accept, and is not inherited further")
  func preparesDescriptors() throws {
    let path = "/tmp/gatehouse-\(UUID().uuidString.prefix(8)).sock"
    let descriptor = try UnixSocket.listen(at: path)
    defer {
      close(descriptor)
      unlink(path)
    }
    _ = try Listener(descriptor: descriptor)
    #expect(fcntl(descriptor, F_GETFL) & O_NONBLOCK != 0)
    #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
  }

  @Test("A descriptor that does not listen is refused")
  func refusesDescriptors() throws {
    var pair: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    defer { for descriptor in pair { close(descriptor) } }
    #expect(throws: SystemError.self) { try Listener(descriptor: pair[0]) }
    let error = #expect(throws: SystemError.self) { try Listener(descriptor: -1) }
    #expect(error?.code == EBADF && error?.call == "getsockopt")
    #expect(error?.description.contains("getsockopt") == true)
  }
}
