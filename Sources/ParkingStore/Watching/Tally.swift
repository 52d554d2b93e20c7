public import Parking

/// What a request decided, for monitoring.
public struct Tally: Sendable, Equatable {
  /// Openings of barriers, by what opened them.
  public private(set) var openings: [Opening.Cause: Int] = [:]
  /// Fees that were fixed or changed at an exit.
  public private(set) var quotes = 0
  /// Fees that nobody can compute.
  public private(set) var failedQuotes = 0

  init() {}

  init(_ actions: [Action]) {
    for action in actions {
      switch action {
      case .open(let opening): openings[opening.cause, default: 0] += 1
      case .updateStay(let stay), .beginStay(let stay):
        guard let settlement = stay.settlement else { continue }
        if settlement.fee.due != nil { quotes += 1 } else { failedQuotes += 1 }
      default: continue
      }
    }
  }
}
