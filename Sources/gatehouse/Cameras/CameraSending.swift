import ArgumentParser
import Foundation

/// How a simulated camera reaches the server.
struct CameraSending: ParsableArguments {
  @Option(help: "Where the server is: http://host[:port].")
  var url = "http://127.0.0.1:8080"

  @Option(name: .customLong("repeat"), help: "How many times each event is sent, as it is.")
  var `repeat` = 1

  @Option(help: "Give an event up that nobody took for so many seconds.")
  var patience = 30.0

  @Option(help: "Seconds between two tries.")
  var pause = 1.0

  @Option(help: "Wait so many seconds for an answer (1 to 60).")
  var timeout = 5

  @Flag(help: "Send bodies in chunks, without their length.")
  var chunked = false

  @Option(help: "Spread each body over so many seconds.")
  var slow = 0.0

  func validate() throws {
    guard (1...10_000).contains(`repeat`) else {
      throw ValidationError("--repeat must be from 1 to 10000")
    }
    guard (1...60).contains(timeout) else {
      throw ValidationError("--timeout must be from 1 to 60")
    }
    guard patience >= 0, pause >= 0, slow >= 0 else {
      throw ValidationError("--patience, --pause and --slow must not be negative")
    }
    if HTTPClient(url: url) == nil {
      throw ValidationError("--url must be http://host[:port], such as http://127.0.0.1:8080")
    }
  }

  /// A client that sends so.
  func client() throws -> HTTPClient {
    guard var http = HTTPClient(url: url) else { throw ExitCode.validationFailure }
    (http.timeout, http.isChunked, http.slowness) = (timeout, chunked, slow)
    return http
  }
}
