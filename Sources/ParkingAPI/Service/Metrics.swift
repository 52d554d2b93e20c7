internal import HTTP
internal import Metrics
internal import Parking
internal import ParkingStore

extension Routes {
  /// `/metrics`: what all workers counted, and figures of the database, as Prometheus reads them.
  ///
  /// While the database is away the counters are told all the same: then they are wanted most.
  static func metrics(_ store: ParkingStore, _ counters: RequestCounters?) throws -> Answer {
    var text = counters?.text() ?? MetricsText()
    let gauges = try? store.gauges()
    text.add(
      "gatehouse_database_up", type: "gauge", help: "Whether the database answers.",
      [(labels: [], value: gauges == nil ? "0" : "1")])
    text.add(gauges ?? [])
    return .response(
      Response(
        status: 200,
        headers: [
          (name: "Content-Type", value: "text/plain; version=0.0.4; charset=utf-8"),
          (name: "Cache-Control", value: "no-store"),
        ], body: Array(text.text.utf8)))
  }
}

extension MetricsText {
  /// Families of the database's figures, which come in the order of their names.
  fileprivate mutating func add(_ gauges: [Gauge]) {
    var rest = gauges[...]
    while let metric = rest.first?.metric {
      let family = rest.prefix { $0.metric == metric }
      rest = rest.dropFirst(family.count)
      add(
        "gatehouse_\(metric)", type: "gauge", help: "See docs/monitoring.md.",
        family.map { (labels: $0.labels, value: "\($0.value)") })
    }
  }
}

extension Gauge {
  /// What the subject is called depends on the metric.
  fileprivate var labels: [(String, String)] {
    let name =
      metric.hasPrefix("outbox") ? "partner" : metric.hasPrefix("device") ? "device" : "booth"
    return (parkSN.isEmpty ? [] : [("park", parkSN)]) + (subject.isEmpty ? [] : [(name, subject)])
  }
}

extension RequestCounters {
  /// Counts what a request decided.
  func count(_ tally: Tally) {
    for (cause, number) in tally.openings { count("openings", cause.rawValue, number) }
    count("quotes", "fixed", tally.quotes)
    count("quotes", "failed", tally.failedQuotes)
  }
}

extension Response {
  private static let envelopeStart = Array(#"{"code":"#.utf8)

  /// The code of its envelope; of a device's own format, 0 or the status.
  var resultCode: Int {
    guard body.starts(with: Self.envelopeStart) else { return status < 400 ? 0 : status }
    return body[Self.envelopeStart.count...].prefix { (0x30...0x39).contains($0) }
      .reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
