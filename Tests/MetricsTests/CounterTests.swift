import Foundation
import Metrics
import Testing

@Suite("Counters that several processes share")
struct CounterTests {
  private let directory: String

  init() throws {
    directory = NSTemporaryDirectory() + "/gatehouse-counters-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  @Test("The sum is over all files, whoever wrote them")
  func sums() throws {
    let files = try (1...3).map { _ in try #require(CounterFile(directory: directory)) }
    for (number, file) in files.enumerated() {
      let counter = try #require(file.counter("seen\t/poll\t0"))
      file.add(UInt64(number + 1), to: counter)
    }
    #expect(CounterDirectory(path: directory).sums() == ["seen\t/poll\t0": 6])
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count == 3)
  }

  @Test("Who comes after goes on from there, in the same file")
  func restart() throws {
    for expected in 1...100 as ClosedRange<UInt64> {
      let file = try #require(CounterFile(directory: directory))
      file.add(1, to: try #require(file.counter("restarts")))
      #expect(CounterDirectory(path: directory).sums() == ["restarts": expected])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count == 1)
  }

  @Test("A full file and a name that is too long count nothing, and break nothing")
  func limits() throws {
    let file = try #require(CounterFile(directory: directory))
    #expect(file.counter(String(repeating: "a", count: 500)) == nil)
    #expect(file.counter("") == nil)
    for number in 0..<5000 { _ = file.counter("counter \(number)") }
    #expect(file.counter("counter 1") != nil)
    #expect(file.counter("one more") == nil)
    #expect(CounterDirectory(path: directory).sums().count == 4095)
  }

  @Test("A file that is no such file is nothing")
  func foreign() throws {
    try Data("short".utf8).write(to: URL(fileURLWithPath: "\(directory)/9.counters"))
    try Data(repeating: 0xFF, count: 1000).write(
      to: URL(fileURLWithPath: "\(directory)/8.counters"))
    #expect(CounterDirectory(path: directory).sums().count <= 2)
    #expect(CounterFile(directory: "/nonexistent") == nil)
  }
}
