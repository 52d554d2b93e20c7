/// How often each route answered with which code, and how long it took; and what else happened.
///
/// One process owns it. Counting a request is three additions to memory that it shares with readers.
public final class RequestCounters {
  /// The upper bounds of the histogram, in seconds; above the last there is one more piece.
  static let bounds = [
    "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5",
  ]
  private static let nanoseconds: [UInt64] = [
    1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000, 250_000_000,
    500_000_000, 1_000_000_000, 2_500_000_000,
  ]

  private let file: CounterFile
  private let directory: CounterDirectory
  private let routes: [String]
  private var requests: [Int: CounterFile.Counter] = [:]
  private var pieces: [CounterFile.Counter?]
  private var sums: [CounterFile.Counter?]

  /// Counters in a directory that all workers share; nil if it cannot be written.
  ///
  /// - Parameter routes: What the routes are called, in their order.
  public init?(directory path: String, routes: [String]) {
    guard let file = CounterFile(directory: path) else { return nil }
    self.file = file
    self.routes = routes + ["other"]
    directory = CounterDirectory(path: path)
    pieces = Array(repeating: nil, count: self.routes.count * (Self.bounds.count + 1))
    sums = Array(repeating: nil, count: self.routes.count)
  }

  /// Counts a request.
  ///
  /// - Parameters:
  ///   - route: Its number in the list; nil for none of them.
  ///   - code: The code of the answer.
  ///   - nanoseconds: From the request to its answer.
  public func count(route: Int?, code: Int, nanoseconds time: UInt64) {
    let route = route ?? routes.count - 1
    let piece = Self.nanoseconds.firstIndex { time <= $0 } ?? Self.bounds.count
    let place = route * (Self.bounds.count + 1) + piece
    add(1, to: &requests[route << 16 | code]) { "requests\t\(routes[route])\t\(code)" }
    add(1, to: &pieces[place]) { "pieces\t\(routes[route])\t\(piece)" }
    add(time, to: &sums[route]) { "nanoseconds\t\(routes[route])\t" }
  }

  /// Counts something else that happened.
  public func count(_ event: String, _ kind: String, _ amount: Int) {
    guard amount > 0, let counter = file.counter("events\t\(event)\t\(kind)") else { return }
    file.add(UInt64(amount), to: counter)
  }

  /// What all processes counted.
  public func text() -> MetricsText { MetricsText(sums: directory.sums()) }

  private func add(
    _ amount: UInt64, to counter: inout CounterFile.Counter?, named name: () -> String
  ) {
    if counter == nil { counter = file.counter(name()) }
    if let counter { file.add(amount, to: counter) }
  }
}
