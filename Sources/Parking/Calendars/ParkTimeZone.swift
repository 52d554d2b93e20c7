internal import Foundation

/// The time zone of a park, by its IANA name, with every change of its offset from 1970 to 2100.
///
/// The changes are looked up once, when the value is made; afterwards an offset costs a comparison
/// (in Asia/Shanghai, whose last change was in 1991) or a binary search.
public struct ParkTimeZone: Sendable {
  /// The IANA name, such as `Asia/Shanghai`.
  public let identifier: String

  /// When an offset begins, in seconds since the Unix epoch.
  private let changes: [Int64]
  /// Seconds to add to UTC: first the one before all changes, then one for each change.
  private let offsets: [Int]

  /// The zone of that IANA name; nil if there is none.
  public init?(identifier: String) {
    if identifier == "UTC" {
      self = .utc
      return
    }
    // Abbreviations (`EST`) and offsets (`GMT+8`), which Foundation takes as well, have no slash.
    guard identifier.contains("/"), let zone = TimeZone(identifier: identifier),
      zone.identifier == identifier
    else { return nil }
    self.identifier = identifier
    var moment = Date(timeIntervalSince1970: 0)
    let last = Date(timeIntervalSince1970: 4_102_444_800)
    var changes: [Int64] = []
    var offsets = [zone.secondsFromGMT(for: moment)]
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < last,
      next > moment
    {
      let offset = zone.secondsFromGMT(for: next)
      if offset != offsets.last {
        changes.append(Int64(next.timeIntervalSince1970.rounded()))
        offsets.append(offset)
      }
      moment = next
    }
    self.changes = changes
    self.offsets = offsets
  }

  /// UTC, for tests and defaults.
  public static let utc = ParkTimeZone(identifier: "UTC", changes: [], offsets: [0])

  private init(identifier: String, changes: [Int64], offsets: [Int]) {
    self.identifier = identifier
    self.changes = changes
    self.offsets = offsets
  }

  /// Seconds to add to UTC to get what the clocks show at that instant.
  public func offset(at instant: Instant) -> Int { offset(atSeconds: instant.seconds) }

  /// What the clocks show at an instant; fractions of a second are dropped.
  public func civil(of instant: Instant) -> CivilDateTime {
    let seconds = instant.seconds
    return CivilDateTime(wallSeconds: seconds + Int64(offset(atSeconds: seconds)))
  }

  /// The instant at which the clocks show `civil`.
  ///
  /// A time that the clocks show twice is its first occurrence; one that they skip is the instant
  /// of the skip.
  public func instant(of civil: CivilDateTime) -> Instant {
    Instant(seconds: seconds(ofWall: civil.wallSeconds))
  }

  func offset(atSeconds seconds: Int64) -> Int {
    guard let last = changes.last, seconds < last else { return offsets[offsets.count - 1] }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }

  func seconds(ofWall wall: Int64) -> Int64 {
    // No zone changes its offset twice within two days, so at most one change is near.
    let before = Int64(offset(atSeconds: wall - 86_400))
    let after = Int64(offset(atSeconds: wall + 86_400))
    if before == after { return wall - before }
    let change = changes.last { $0 <= wall + 86_400 } ?? wall
    if wall - before < change { return wall - before }
    return max(wall - after, change)
  }
}

extension ParkTimeZone: Hashable {
  /// Zones of one name are equal.
  public static func == (left: ParkTimeZone, right: ParkTimeZone) -> Bool {
    left.identifier == right.identifier
  }

  /// By the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
