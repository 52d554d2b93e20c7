extension PlateSighting {
  /// A candidate must fit at least this well to be proposed.
  static let proposedScore = 55
  /// And this much better than the next.
  static let proposedLead = 15

  /// The open stays in the order in which an attendant looks at them: the best fit first, the newest
  /// first among equals. Nothing is charged on a guess: the attendant confirms (rule 6).
  public func ranked(_ candidates: [Candidate], at now: Instant) -> [RankedCandidate] {
    if isPlateless {
      return candidates.sorted { $0.enterTime > $1.enterTime }.map {
        RankedCandidate(candidate: $0, score: 0, isProposed: false)
      }
    }
    let scored = candidates.map { (candidate: $0, distance: distance(to: $0, at: now)) }
      .sorted {
        ($0.distance, $1.candidate.enterTime) < ($1.distance, $0.candidate.enterTime)
      }
      .map { (candidate: $0.candidate, score: max(0, 100 - $0.distance / 25)) }
    let second = scored.count > 1 ? scored[1].score : 0
    return scored.enumerated().map { place, scored in
      RankedCandidate(
        candidate: scored.candidate, score: scored.score,
        isProposed: place == 0 && scored.score >= Self.proposedScore
          && scored.score - second >= Self.proposedLead)
    }
  }

  /// The distance of the texts; another kind, another colour and a long stay count a little.
  private func distance(to candidate: Candidate, at now: Instant) -> Int {
    var distance = distance(to: candidate.plate)
    if kind.isValid, candidate.kind.isValid, kind != candidate.kind { distance += 100 }
    if !color.isEmpty, !candidate.color.isEmpty, color != candidate.color { distance += 150 }
    let days = max(0, now.seconds(since: candidate.enterTime) / 86_400)
    return distance + Int(min(50, days * 5))
  }
}
