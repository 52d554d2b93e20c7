/// How a test's request reaches the application.
protocol Transport {
  /// Sends a request and waits for its answer.
  func send(_ call: Call) throws -> Reply
}
