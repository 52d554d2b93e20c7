/// The fixed times of the gate, in seconds, from "A vehicle's way through".
public enum GateRules {
  /// Two reads of one plate at one booth this close belong to one arrival (rule 1).
  public static let arrivalGap: Int64 = 5 * 60
  /// A vehicle that nobody decides about stops waiting after this (rule 3).
  public static let waiting: Int64 = 10 * 60
  /// A quote at an exit is fixed for this long (rule 6).
  public static let settling: Int64 = 30 * 60
  /// The same press within this has one effect and the same answer (rule 10).
  public static let samePress: Int64 = 3
  /// The same press within this opens the barrier once more and moves no money (rule 10).
  public static let openAgain: Int64 = 5 * 60
  /// So many openings by the same press again are put on the review list (rule 10).
  public static let oftenOpened = 3
  /// An opening reaches the barrier within this or not at all (rule 11).
  public static let openingLife: Int64 = 10
  /// An event this close to the database's clock is live (rule 13).
  public static let clockTolerance: Int64 = 90
  /// Clocks off by the same, give or take this, are wrong in a known way (rule 13).
  public static let skewTolerance: Int64 = 30
  /// A replay makes history if it is no older than this (rule 13); no park is offline for a week.
  public static let oldestReplay: Int64 = 7 * 86_400
  /// A clock is known to be wrong after so many events that were off by the same (rule 13).
  public static let steadyEvents = 3
  /// And that came over this long: a backlog that a camera sends in one go is no wrong clock.
  public static let steadyTime: Int64 = 2 * 60
  /// A stay without an entry that nobody decided about goes onto the review list after this.
  public static let abandoned: Int64 = 60 * 60
  /// A camera that is less sure than this, in thousandths, is looked after.
  public static let lowConfidence = 600
  /// The largest coupon, in minutes (rule 8).
  public static let largestCoupon = 1440
}
