/// Figures in the text format of Prometheus (version 0.0.4), in a stable order.
public struct MetricsText: Sendable {
  /// A figure of a family, with its labels.
  private struct Sample {
    let name: String
    let labels: [(String, String)]
    let value: String
  }

  private var families: [(head: String, samples: [Sample])] = []

  /// Text without figures.
  public init() {}

  /// What processes counted, by the names that `RequestCounters` gives.
  init(sums: [String: UInt64]) {
    var requests: [Sample] = []
    var events: [String: [Sample]] = [:]
    var pieces: [String: [Int: UInt64]] = [:]
    var times: [String: UInt64] = [:]
    for (name, value) in sums.sorted(by: { $0.key < $1.key }) {
      let words = name.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard words.count == 3 else { continue }
      switch words[0] {
      case "requests":
        requests.append(
          Sample(
            name: "gatehouse_requests_total", labels: [("route", words[1]), ("code", words[2])],
            value: "\(value)"))
      case "pieces": pieces[words[1], default: [:]][Int(words[2]) ?? 0] = value
      case "nanoseconds": times[words[1]] = value
      default:
        let family = "gatehouse_\(words[1])_total"
        events[family, default: []].append(
          Sample(name: family, labels: [("kind", words[2])], value: "\(value)"))
      }
    }
    families.append(
      (Self.head("gatehouse_requests_total", "counter", "Answers by route and code."), requests))
    families.append(
      (
        Self.head(
          "gatehouse_request_seconds", "histogram", "From a request to its answer, in a worker."),
        pieces.sorted { $0.key < $1.key }.flatMap {
          Self.histogram($0.key, $0.value, times[$0.key] ?? 0)
        }
      ))
    for (name, samples) in events.sorted(by: { $0.key < $1.key }) {
      families.append((Self.head(name, "counter", "What workers did, by kind."), samples))
    }
  }

  /// Adds a family of figures.
  ///
  /// - Parameters:
  ///   - type: `gauge` or `counter`.
  ///   - samples: The labels of each, and its value as a decimal number.
  public mutating func add(
    _ name: String, type: String, help: String,
    _ samples: [(labels: [(String, String)], value: String)]
  ) {
    families.append(
      (
        Self.head(name, type, help),
        samples.map { Sample(name: name, labels: $0.labels, value: $0.value) }
      ))
  }

  /// The text.
  public var text: String {
    families.map { family in
      family.head + family.samples.map(Self.line).joined()
    }.joined()
  }

  private static func histogram(_ route: String, _ pieces: [Int: UInt64], _ time: UInt64)
    -> [Sample]
  {
    let name = "gatehouse_request_seconds"
    var total: UInt64 = 0
    var samples: [Sample] = []
    for (piece, bound) in (RequestCounters.bounds + ["+Inf"]).enumerated() {
      total += pieces[piece] ?? 0
      samples.append(
        Sample(
          name: "\(name)_bucket", labels: [("route", route), ("le", bound)], value: "\(total)"))
    }
    let seconds = "\(time / 1_000_000_000).\(Self.nine(time % 1_000_000_000))"
    samples.append(Sample(name: "\(name)_sum", labels: [("route", route)], value: seconds))
    samples.append(Sample(name: "\(name)_count", labels: [("route", route)], value: "\(total)"))
    return samples
  }

  private static func nine(_ digits: UInt64) -> String {
    let text = "\(digits)"
    return String(repeating: "0", count: 9 - text.count) + text
  }

  private static func head(_ name: String, _ type: String, _ help: String) -> String {
    "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private static func line(_ sample: Sample) -> String {
    let labels = sample.labels.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",")
    return "\(sample.name)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)\n"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
  }
}
