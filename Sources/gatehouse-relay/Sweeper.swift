internal import Logging
internal import Partners

/// Does the chores, each in its time, or at once again while there is more of it. One that fails
/// holds no other up, and is tried again at its next time.
struct Sweeper {
  private let chores: [Chore]
  private let log: Logger

  init(_ settings: RelaySettings, _ log: Logger) {
    chores = Chore.all(settings, log)
    self.log = log
  }

  func run(until stop: StopSign) async {
    let clock = ContinuousClock()
    var due = chores.map { _ in clock.now }
    while !stop.isRequested {
      for (index, chore) in chores.enumerated()
      where due[index] <= clock.now && !stop.isRequested {
        due[index] = clock.now + .seconds(isMore(chore) ? 1 : chore.seconds)
      }
      await stop.wait(max(.milliseconds(100), (due.min() ?? clock.now) - clock.now))
    }
  }

  /// Whether there is more to do at once.
  private func isMore(_ chore: Chore) -> Bool {
    do {
      let (outcome, isMore) =
        switch try chore.work() {
        case .done(let count): (count, false)
        case .more(let count): (count, true)
        }
      if outcome > 0 {
        log.info("swept", metadata: ["chore": "\(chore.name)", "rows": "\(outcome)"])
      }
      return isMore
    } catch {
      log.warning("a chore waits", metadata: ["chore": "\(chore.name)", "error": "\(error)"])
      return false
    }
  }
}
