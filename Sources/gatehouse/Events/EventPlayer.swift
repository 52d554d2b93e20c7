import Foundation
import Parking
import ParkingStore

/// Sends recorded events to the URLs of their devices.
struct EventPlayer {
  private(set) var taken = 0
  private(set) var refused = 0
  /// What the last refusal was; nil when there was none.
  private(set) var lastRefusal: String?

  private let http: HTTPClient
  private let tokens: [String: String]
  private let tokenSuffix: String
  private let speed: Double?
  private let keepsTimes: Bool
  private var start: (event: Instant, clock: Date)?
  /// By how many seconds the reads moved that were sent: a repetition moves as its read did.
  private var shifts: [Int64: Int] = [:]

  init(
    _ http: HTTPClient, tokens: [String: String], tokenSuffix: String, speed: Double?,
    keepsTimes: Bool
  ) {
    self.http = http
    self.tokens = tokens
    self.tokenSuffix = tokenSuffix
    self.speed = speed
    self.keepsTimes = keepsTimes
  }

  /// Sends one, when its time has come.
  mutating func send(_ event: RecordedEvent) throws(HTTPClient.NoAnswer) {
    wait(for: event)
    let token = tokens[event.deviceID] ?? event.deviceID + tokenSuffix
    let path = "/device/v1/\(event.vendor)/\(token)"
    let content = HTTPContent(event.contentType, keepsTimes ? event.body : moved(event))
    let answer = try http.send(path, content: content)
    if answer.status == 200 {
      taken += 1
    } else {
      refused += 1
      lastRefusal = "HTTP \(answer.status) for event \(event.eventID) of \(event.deviceID)"
    }
  }

  private mutating func wait(for event: RecordedEvent) {
    guard let speed else { return }
    let start = self.start ?? (event: event.receivedAt, clock: Date())
    self.start = start
    let passed = Double(event.receivedAt.microseconds - start.event.microseconds) / 1e6 / speed
    let pause = start.clock.addingTimeInterval(passed).timeIntervalSinceNow
    if pause > 0 { Thread.sleep(forTimeInterval: pause) }
  }

  private mutating func moved(_ event: RecordedEvent) -> [UInt8] {
    let received = Date(timeIntervalSince1970: Double(event.receivedAt.microseconds) / 1e6)
    let known = event.captureID.flatMap { shifts[$0] }
    let seconds = known ?? Int(Date().timeIntervalSince(received).rounded())
    if let captureID = event.captureID { shifts[captureID] = seconds }
    return TimeShift(receivedAt: received, seconds: seconds).applied(to: event.body)
  }
}
