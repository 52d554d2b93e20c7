extension Session {
  /// Prices a stay by the window of its entry alone if it spends little time in others.
  mutating func absorbCrossing() {
    guard plan.crossing > 0, let first = timeline.segments.firstIndex(where: isPriced) else {
      return
    }
    let entry = timeline.segments[first].window
    guard timeline.segments[0].window == entry else { return }
    let elsewhere = timeline.segments.indices.filter {
      isPriced(timeline.segments[$0]) && timeline.segments[$0].window != entry
    }
    guard elsewhere.reduce(0, { $0 + timeline.segments[$1].length }) <= plan.crossing else {
      return
    }
    for index in elsewhere { timeline.assign(index, windowOf: first) }
  }

  /// Rounds the charged time of the whole stay, at its end.
  mutating func roundStay() {
    guard let rounding = plan.stayRounding else { return }
    let charged = timeline.segments.indices.filter {
      isPriced(timeline.segments[$0]) && timeline.segments[$0].freedBy < 0
    }
    let seconds = charged.reduce(0) { $0 + timeline.segments[$1].length }
    var excess = seconds - rounding.round(seconds)
    for index in charged.reversed() where excess != 0 {
      let segment = timeline.segments[index]
      let change = min(excess, segment.length)
      timeline.end(index, at: segment.end - Int64(change))
      excess -= change
    }
  }

  private func isPriced(_ segment: Segment) -> Bool {
    segment.window >= 0 && plan.windows[segment.window].rate != nil
  }
}
