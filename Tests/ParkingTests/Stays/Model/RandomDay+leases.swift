import Parking
import TariffTrials

extension RandomDay {
  /// A window is sold to a vehicle, or taken back before it begins; also one that has begun, is over,
  /// overlaps another or comes after the vehicle.
  mutating func lease(_ plate: String) {
    let now = model.now
    if random.chance(35) {
      let open = (model.leases[plate] ?? []).filter { $0.lowerBound > now }
      guard let window = open.randomElement(using: &random) else { return }
      tell("\(plate) has its window taken back")
      model.leases[plate]?.removeAll { $0 == window }
      takenBack += 1
    } else {
      let start =
        now + Int64(random.pick([-7_200, -600, 0, 600, 1_800, 3_600, 3_601, 7_200, 20_000]))
      let seconds = Int64(random.pick([0, 60, 600, 3_600, 20_000, 41_400, 86_400]))
      tell("\(plate) leases \(seconds) s from \(start - now) s on")
      model.leases[plate, default: []].append(start..<start + seconds)
    }
    world.leases[plate] = model.leases[plate]?.map {
      Interval(start: Instant(seconds: $0.lowerBound), end: Instant(seconds: $0.upperBound))
    }
  }
}
