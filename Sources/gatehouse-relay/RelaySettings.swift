internal import ArgumentParser
internal import Foundation
internal import Outbox
internal import Parking
internal import Partners

/// What the relay reads from its environment; the defaults are the usual ones.
struct RelaySettings {
  /// Whose relay it is.
  enum Side: String {
    /// The parking system's.
    case gatehouse
    /// The leasing app's.
    case leasingApp = "leasing-app"
  }

  /// `GATEHOUSE_RELAY_FOR`
  let side: Side
  /// `GATEHOUSE_DATABASE`
  let database: String
  /// `GATEHOUSE_SWEEP_DATABASE`: the database as workers see it, for what is swept as they would do it
  /// (stays about which nobody decided); without it that is left undone.
  let sweepDatabase: String?
  /// `GATEHOUSE_PICTURES`: the directory of the pictures; without it old ones stay where they are.
  let pictures: String?
  /// `GATEHOUSE_TRUST`: a PEM file with certificates to trust besides the system's.
  let trust: String?
  /// `GATEHOUSE_RECONCILE_SECONDS`: how often each park's orders, or all offers, are read.
  let readSeconds: Int64
  /// `GATEHOUSE_CALL_SECONDS`: how long one call may take.
  let callSeconds: Int64
  /// `GATEHOUSE_RECONCILE_SHARE` in percent.
  var rule = ReconciliationRule()
  /// `GATEHOUSE_GIVE_UP_SECONDS`
  var retries = RetryRule()

  init(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    func number(_ name: String, _ usual: Int64, _ range: ClosedRange<Int64>) throws -> Int64 {
      guard let text = environment[name] else { return usual }
      guard let number = Int64(text), range.contains(number) else {
        throw ValidationError(
          "\(name) is not a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
    let word = environment["GATEHOUSE_RELAY_FOR"] ?? Side.gatehouse.rawValue
    guard let side = Side(rawValue: word) else {
      throw ValidationError("GATEHOUSE_RELAY_FOR is neither gatehouse nor leasing-app: \(word)")
    }
    self.side = side
    database =
      environment["GATEHOUSE_DATABASE"]
      ?? (side == .gatehouse
        ? "dbname=gatehouse user=gatehouse_relay" : "dbname=leasing_app user=leasing_app_relay")
    func text(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    sweepDatabase = text("GATEHOUSE_SWEEP_DATABASE")
    pictures = text("GATEHOUSE_PICTURES")
    trust = text("GATEHOUSE_TRUST")
    readSeconds = try number("GATEHOUSE_RECONCILE_SECONDS", 600, 1...86_400)
    callSeconds = try number("GATEHOUSE_CALL_SECONDS", 15, 1...300)
    rule.share = Int(try number("GATEHOUSE_RECONCILE_SHARE", 20, 0...100))
    retries.patience = try number("GATEHOUSE_GIVE_UP_SECONDS", 86_400, 1...8_640_000)
  }

  /// The client that both jobs use.
  func client() throws -> PartnerClient {
    var limits = PartnerClient.Limits()
    limits.total = .seconds(callSeconds)
    limits.connect = min(limits.connect, limits.total)
    return try PartnerClient(trusting: trust, limits: limits)
  }

  /// The outbox, each relay's own connection.
  func outbox() -> Outbox {
    Outbox(
      conninfo: database, schema: side == .gatehouse ? "parking" : "leasing_app",
      order: side == .gatehouse ? .newestAlone : .everyOne,
      // What was sent at the last moment may still be handled.
      callSeconds: callSeconds + min(callSeconds, 5))
  }
}
