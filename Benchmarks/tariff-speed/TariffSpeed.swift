import Foundation
import Parking
import TariffTrials

/// `tariff-speed FOLDER`: how long the engine takes for a quote by the tariffs of a folder, as lines
/// for `report.py`. The figure is that of the slowest tariff.
@main
struct TariffSpeed {
  /// A stay whose quote is timed.
  private struct Subject {
    let key: String
    let days: Int64
    let repetitions: Int
    /// Microseconds.
    let limit: Double
  }

  private static let subjects = [
    Subject(key: "quote day", days: 1, repetitions: 500, limit: 20),
    Subject(key: "quote year", days: 365, repetitions: 10, limit: 1_000),
  ]
  /// 2025-03-03 09:17 in Shanghai, a Monday.
  private static let enter = Instant(seconds: 1_740_964_620)

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: tariff-speed FOLDER\n".utf8))
      exit(2)
    }
    let files = try FileManager.default.contentsOfDirectory(
      at: URL(filePath: CommandLine.arguments[1]), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }
    let tariffs = try files.map {
      try Tariff(Document(yaml: String(contentsOf: $0, encoding: .utf8)))
    }
    for subject in subjects {
      var slowest = (time: 0.0, id: "")
      for tariff in tariffs {
        let time = try microseconds(tariff, subject)
        if time > slowest.time { slowest = (time, tariff.id) }
      }
      FileHandle.standardError.write(Data("\(subject.key): \(slowest.id)\n".utf8))
      print("\(subject.key)\tours\t\(slowest.time)\n\(subject.key)\tlimit\t\(subject.limit)")
    }
  }

  /// The median of several rounds, since the machine's other work comes and goes.
  private static func microseconds(_ tariff: Tariff, _ subject: Subject) throws -> Double {
    let context = PricingContext(
      timeZone: tariff.timeZone ?? ParkTimeZone(identifier: "Asia/Shanghai") ?? .utc,
      calendar: calendar)
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<7 {
      let time = try clock.measure {
        for number in 0..<subject.repetitions {
          // Another second each time, so that nothing is the same quote twice.
          let leave = enter.advanced(bySeconds: subject.days * 86_400 - Int64(number))
          _ = try tariff.price(enter: enter, leave: leave, context: context)
        }
      }
      times.append(time / .microseconds(1) / Double(subject.repetitions))
    }
    return times.sorted()[times.count / 2]
  }

  /// Two years with a holiday each, so that day types are known.
  private static var calendar: HolidayCalendar {
    var calendar = HolidayCalendar()
    for year in 2025...2026 {
      guard let date = CivilDate(year: year, month: 5, day: 1) else { continue }
      calendar.insert(
        year: year, days: [HolidayCalendar.Day(date: date, name: "劳动节", isOffDay: true)])
    }
    return calendar
  }
}
