import Synchronization
import Testing

/// What clerks were told, to be compared with the books.
final class Ledger: Sendable {
  /// An acknowledged fact about a vehicle.
  enum Entry: Sendable {
    case entered(String)
    /// nil: nothing was paid.
    case left(String, paid: Int?)
    /// Nobody answered the press that would have let it out.
    case perhapsLeft(String, paid: Int?)
  }

  private struct State {
    var entries: [String: [Entry]] = [:]
    var presses = 0
    var refusals: [Duration] = []
    var answers = 0
  }

  private let state = Mutex(State())

  /// Presses so far, each counted once however often it was repeated.
  var presses: Int { state.withLock(\.presses) }
  /// Answers that were not 503.
  var answers: Int { state.withLock(\.answers) }
  /// How long each 503 took.
  var refusals: [Duration] { state.withLock(\.refusals) }

  func pressed() { state.withLock { $0.presses += 1 } }

  func note(_ entry: Entry, at parkSN: String) {
    state.withLock { $0.entries[parkSN, default: []].append(entry) }
  }

  func note(_ answer: Envelope, after time: Duration) {
    state.withLock { state in
      if answer.status == 503 { state.refusals.append(time) } else { state.answers += 1 }
    }
  }

  /// Every acknowledged answer stands in the books, and nothing else does.
  func expectEqual(to park: TestPark) throws {
    let entries = state.withLock { $0.entries[park.parkSN] ?? [] }
    var takings = 0
    var inside = 0
    for (plate, exit) in visits(entries) {
      let (open, finished) = (try park.books.open(plate), try park.books.finished(plate))
      #expect(open + finished.count == 1, "one stay of \(plate)")
      let paid = try park.books.payments(ofPlate: plate)
      switch exit {
      case .left(_, let due):
        #expect(open == 0, "\(plate) left")
        #expect(paid == (due.map { [Int64($0)] } ?? []), "\(plate) paid once")
      case .perhapsLeft(_, let due):
        #expect(paid == (open == 1 ? [] : due.map { [Int64($0)] } ?? []), "\(plate) perhaps paid")
      case .entered:
        #expect(open == 1, "\(plate) is inside")
      }
      takings += paid.reduce(0) { $0 + Int($1) }
      inside += open
    }
    #expect(try park.books.takings() == takings)
    #expect(try park.figures().number("temp_car_total") == inside)
    let duties = try [park.exit, park.otherExit].map { try $0.duty().number("total_amount") ?? -1 }
    #expect(duties.reduce(0, +) == takings)
  }

  private func visits(_ entries: [Entry]) -> [String: Entry] {
    entries.reduce(into: [:]) { visits, entry in
      switch entry {
      case .entered(let plate), .left(let plate, _), .perhapsLeft(let plate, _):
        visits[plate] = entry
      }
    }
  }
}
