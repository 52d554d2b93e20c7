import FastCGI
import Foundation
import HTTP
import Synchronization

/// A real loop on a real socket, in a thread of the test: what a worker does, without a process of
/// its own. A signal is sent to its thread alone.
final class TestResponder: Sendable {
  let path: String
  private let descriptor: Int32
  private let thread: pthread_t
  private let state: SharedState

  /// What thread and test both see.
  final class SharedState: Sendable {
    let handled = Atomic(0)
    let unsent = Atomic(0)
    let endedBy = Atomic<Int32>(0)
    let isHolding = Atomic(false)
    let isHeld = Atomic(false)
  }

  init(bodyLimit: Int = 1 << 20) throws {
    path = "/tmp/gatehouse-\(UUID().uuidString.prefix(8)).sock"
    descriptor = try UnixSocket.listen(at: path)
    state = SharedState()
    let loop = AcceptLoop(
      listener: try Listener(descriptor: descriptor), bodyLimit: bodyLimit)
    thread = try Self.start { [state] in
      let signal = try? loop.run(
        refuse: { refusal, _ in Self.answer(to: refusal) },
        unsent: { _ in state.unsent.add(1, ordering: .sequentiallyConsistent) },
        handler: { Self.answer(to: $0, state) })
      state.endedBy.store(signal ?? -1, ordering: .sequentiallyConsistent)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  var handled: Int { state.handled.load(ordering: .sequentiallyConsistent) }
  var unsent: Int { state.unsent.load(ordering: .sequentiallyConsistent) }

  /// Sends the loop a signal, as the supervisor would.
  func send(_ signal: Int32) {
    pthread_kill(thread, signal)
  }

  /// Waits for the loop to end and says which signal ended it.
  func wait() -> Int32 {
    pthread_join(thread, nil)
    return state.endedBy.load(ordering: .sequentiallyConsistent)
  }

  /// Makes the handler wait in `/held` until `release`.
  func hold() { state.isHolding.store(true, ordering: .sequentiallyConsistent) }
  func release() { state.isHolding.store(false, ordering: .sequentiallyConsistent) }

  /// Waits until the handler is in `/held`.
  func waitUntilHeld() {
    while !state.isHeld.load(ordering: .sequentiallyConsistent) { usleep(1000) }
  }

  private static func answer(to refusal: Refusal) -> Response {
    let status =
      switch refusal {
      case .tooLarge: 413
      case .invalidUTF8, .incompleteBody: 400
      case .unsafeHeader: 500
      }
    return Response(status: status, body: Array("\(refusal)".utf8))
  }

  private static func answer(to request: Request, _ state: SharedState) -> Response {
    state.handled.add(1, ordering: .sequentiallyConsistent)
    switch request.path {
    case "/held":
      state.isHeld.store(true, ordering: .sequentiallyConsistent)
      while state.isHolding.load(ordering: .sequentiallyConsistent) { usleep(1000) }
      return Response(status: 200, body: Array("released".utf8))
    case "/slow":
      usleep(5000)
      return Response(status: 200)
    case "/unsafe":
      return Response(status: 200, headers: [(name: "X", value: "a\r\nSet-Cookie: b")])
    case "/large": return Response(status: 200, body: [UInt8](repeating: 0x61, count: 3_000_000))
    default: return Response(status: 200, body: request.query + request.body)
    }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) throws -> pthread_t {
    final class Box: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    guard code == 0 else { throw UnixSocket.Failure() }
    return thread
  }
}
