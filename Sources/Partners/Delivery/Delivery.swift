public import Logging
public import Outbox
internal import PostgreSQL

/// Delivers what stands in an outbox: at least once, in the order of each stream, several streams at
/// a time.
public final class Delivery {
  /// How many calls are on their way at once.
  private static let parallel = 8
  /// How often it looks for something due.
  private static let pause = Duration.milliseconds(300)
  /// How long a stop waits for what is on its way.
  private static let grace = Duration.seconds(5)
  /// Something taken is sent at once or not at all: a process that was held up in between must not
  /// send what another one has overtaken.
  private static let freshness = Duration.seconds(2)

  private let outbox: Outbox
  private let client: PartnerClient
  private let rule: RetryRule
  private let log: Logger
  private var flying: Set<OutboxStream> = []
  private var unsettled: [(entry: OutboxEntry, settlement: OutboxSettlement)] = []
  private var isAway = false

  /// A delivery of an outbox.
  public init(outbox: Outbox, client: PartnerClient, rule: RetryRule, log: Logger) {
    self.outbox = outbox
    self.client = client
    self.rule = rule
    self.log = log
  }

  private enum Event: Sendable {
    case tick
    case attempted(OutboxEntry, CallError?)
  }

  /// Delivers until the sign is up and nothing is on its way.
  public func run(until stop: StopSign) async {
    await withTaskGroup(of: Event.self) { group in
      var deadline: ContinuousClock.Instant?
      group.addTask { await Self.tick() }
      while let event = await group.next() {
        switch event {
        case .tick:
          if stop.isRequested {
            if flying.isEmpty { return group.cancelAll() }
            if deadline == nil { deadline = .now + Self.grace }
            if let deadline, .now > deadline { group.cancelAll() }
          }
          group.addTask { await Self.tick() }
        case .attempted(let entry, let error): finish(entry, error)
        }
        settle()
        if !stop.isRequested { begin(&group) }
      }
    }
  }

  private static func tick() async -> Event {
    try? await Task.sleep(for: pause)
    return .tick
  }

  private func begin(_ group: inout TaskGroup<Event>) {
    guard flying.count < Self.parallel else { return }
    withDatabase {
      for stream in try outbox.dueStreams(limit: 2 * Self.parallel)
      where !flying.contains(stream) && flying.count < Self.parallel {
        guard let entry = try outbox.take(stream) else { continue }
        flying.insert(stream)
        let (client, taken) = (client, ContinuousClock.now)
        group.addTask { .attempted(entry, await Self.send(entry, by: client, taken: taken)) }
      }
    }
  }

  private static func send(
    _ entry: OutboxEntry, by client: PartnerClient, taken: ContinuousClock.Instant
  ) async -> CallError? {
    guard let call = Call(entry) else { return .unreadable("the entry itself is no object") }
    guard let target = PartnerClient.Target(entry.partner, appID: entry.stream.appID) else {
      return .badAddress
    }
    guard .now - taken < freshness else { return .timeout }
    do {
      _ = try await client.send(
        call, to: target, timestamp: entry.takenAt.microseconds / 1_000_000)
      return nil
    } catch {
      return error
    }
  }

  private func finish(_ entry: OutboxEntry, _ error: CallError?) {
    var metadata = about(entry)
    guard let error else {
      log.info("delivered", metadata: metadata)
      unsettled.append((entry, .delivered))
      return
    }
    let settlement = rule.settlement(
      attempts: entry.attempts, dueSeconds: entry.dueSeconds, isRefusal: error.isRefusal,
      reason: "\(error)", chance: .random(in: 0..<1))
    metadata["error"] = "\(error.withoutQuotation)"
    if case .gaveUp = settlement {
      log.error("gave up", metadata: metadata)
    } else {
      log.warning("not delivered", metadata: metadata)
    }
    unsettled.append((entry, settlement))
  }

  /// Keeps what became of attempts; while the database is away, later.
  private func settle() {
    withDatabase {
      while let next = unsettled.first {
        try outbox.settle(next.entry, next.settlement)
        flying.remove(next.entry.stream)
        unsettled.removeFirst()
      }
    }
  }

  private func withDatabase(_ body: () throws -> Void) {
    do {
      try body()
      if isAway { log.info("the database is back") }
      isAway = false
    } catch {
      if !isAway { log.warning("the database is away", metadata: ["error": "\(error)"]) }
      isAway = true
    }
  }

  private func about(_ entry: OutboxEntry) -> Logger.Metadata {
    [
      "outbox_id": "\(entry.outboxID)", "partner": "\(entry.stream.appID)",
      "kind": "\(entry.stream.kind)", "subject": "\(entry.stream.subject)",
      "attempt": "\(entry.attempts)",
    ]
  }
}
