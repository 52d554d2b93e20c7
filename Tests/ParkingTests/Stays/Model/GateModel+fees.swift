import Parking

extension GateModel {
  /// Whether a window holds now or begins within an hour.
  func isLeased(_ plate: String) -> Bool {
    leases[plate]?.contains { $0.lowerBound <= now + 3_600 && now < $0.upperBound } ?? false
  }

  /// The fee to this instant, fixed at a booth.
  mutating func quote(_ stay: Stay, at boothID: String) -> Quote {
    let leave = max(now, stay.enter ?? now)
    let leases = leases[stay.plate] ?? []
    let total = total(stay, leave)
    if let enter = stay.enter, total > 0, total < price(enter, leave, []) { partlyLeased += 1 }
    return Quote(
      boothID: boothID, leave: leave, until: now + 1_800, total: total,
      coupon: coupon(stay, leave, total, leases), leases: leases)
  }

  func total(_ stay: Stay, _ leave: Int64) -> Int {
    guard let enter = stay.enter, stay.isTemporary else { return 0 }
    return price(enter, leave, leases[stay.plate] ?? [])
  }

  func coupon(
    _ stay: Stay, _ leave: Int64, _ total: Int, _ leases: [Range<Int64>]
  ) -> Int {
    guard let enter = stay.enter, stay.isTemporary else { return 0 }
    let earlier = max(enter, leave - Int64(stay.couponMinutes) * 60)
    return min(total, max(0, total - price(enter, earlier, leases)))
  }

  /// The demo tariff, by its words: what no lease covers is one session, whose 24 hours go by the
  /// clock from its first instant on.
  private func price(_ enter: Int64, _ leave: Int64, _ leases: [Range<Int64>]) -> Int {
    let bounds = leases.flatMap { [$0.lowerBound, $0.upperBound] }
    let marks = Set([enter, leave] + bounds).filter { enter...leave ~= $0 }.sorted()
    let parts = zip(marks, marks.dropFirst()).filter { part in
      !leases.contains { $0.contains(part.0) }
    }
    guard let first = parts.first?.0, parts.reduce(0, { $0 + $1.1 - $1.0 }) > 30 * 60 else {
      return 0
    }
    let days = (leave - first + 86_399) / 86_400
    return (0..<days).reduce(0) { sum, day in
      let begin = first + day * 86_400
      let seconds = parts.reduce(0) { $0 + max(0, min($1.1, begin + 86_400) - max($1.0, begin)) }
      let halfHours = max(0, seconds - 3_600 + 1_799) / 1_800
      return sum + (seconds > 0 ? min(4_000, 500 + 200 * Int(halfHours)) : 0)
    }
  }
}
