/// The parts of a stay that no right covers, in order: what the tariff prices.
///
/// A monthly card, a free-list entry or a lease window makes its time free (fee law of the
/// product). Rights may overlap, come in any order and reach beyond the stay.
public func chargeable(
  from enter: Instant, to leave: Instant, rights: [Interval]
) -> [Interval] {
  guard enter < leave else { return [] }
  var parts: [Interval] = []
  var start = enter
  for right in rights.sorted(by: { $0.start < $1.start }) where right.end > start {
    guard right.start < leave else { break }
    if right.start > start { parts.append(Interval(start: start, end: right.start)) }
    start = right.end
    if start >= leave { return parts }
  }
  parts.append(Interval(start: start, end: leave))
  return parts
}
