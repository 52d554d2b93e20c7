/// What happened at a park on one day of its clocks.
public struct DayFigures: Sendable, Equatable {
  /// Vehicles that entered.
  public let entries: Int
  /// Vehicles that left.
  public let exits: Int
  /// Of them, released by hand.
  public let manual: Int
  /// Of them, with nothing to pay.
  public let free: Int
  /// Vehicles inside at each half hour from midnight on, as far as the day has gone.
  public let occupancy: [Int]
  /// Money taken in each hour less what was reversed, in fen.
  public let income: [Int]
  /// Money taken less what was reversed, by the way it was paid.
  public let takings: Takings
  /// How many that left had stayed so long: up to each of `lengths`, and longer.
  public let stays: [Int]

  /// The bounds of `stays`, in minutes.
  public static let lengths = [30, 60, 120, 240, 480, 1440]
}
