import Foundation
import Metrics
import Testing

@Suite("What is counted of requests")
struct RequestCounterTests {
  private func counters() throws -> RequestCounters {
    let directory = NSTemporaryDirectory() + "/gatehouse-counters-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    return try #require(RequestCounters(directory: directory, routes: ["/poll", "/{x}"]))
  }

  @Test("Routes, codes and times become Prometheus' text")
  func text() throws {
    let counters = try counters()
    counters.count(route: 0, code: 0, nanoseconds: 900_000)
    counters.count(route: 0, code: 0, nanoseconds: 30_000_000)
    counters.count(route: 0, code: 503, nanoseconds: 3_000_000_000)
    counters.count(route: nil, code: 404, nanoseconds: 0)
    counters.count("openings", "read", 2)
    counters.count("openings", "press", 0)
    let lines = Set(counters.text().text.split(separator: "\n"))
    for line in [
      #"gatehouse_requests_total{route="/poll",code="0"} 2"#,
      #"gatehouse_requests_total{route="/poll",code="503"} 1"#,
      #"gatehouse_requests_total{route="other",code="404"} 1"#,
      #"gatehouse_request_seconds_bucket{route="/poll",le="0.001"} 1"#,
      #"gatehouse_request_seconds_bucket{route="/poll",le="0.025"} 1"#,
      #"gatehouse_request_seconds_bucket{route="/poll",le="0.05"} 2"#,
      #"gatehouse_request_seconds_bucket{route="/poll",le="2.5"} 2"#,
      #"gatehouse_request_seconds_bucket{route="/poll",le="+Inf"} 3"#,
      #"gatehouse_request_seconds_sum{route="/poll"} 3.030900000"#,
      #"gatehouse_request_seconds_count{route="/poll"} 3"#,
      #"gatehouse_openings_total{kind="read"} 2"#,
    ] {
      #expect(lines.contains(Substring(line)), "\(line)")
    }
    #expect(!lines.contains { $0.contains("press") })
  }

  @Test("Labels are escaped, and a family says what it is")
  func labels() {
    var text = MetricsText()
    text.add(
      "gatehouse_x", type: "gauge", help: "Some.",
      [(labels: [("park", "a\"b\\c\nd")], value: "1.5"), (labels: [], value: "2")])
    #expect(
      text.text == """
        # HELP gatehouse_x Some.
        # TYPE gatehouse_x gauge
        gatehouse_x{park="a\\"b\\\\c\\nd"} 1.5
        gatehouse_x 2

        """)
  }
}
